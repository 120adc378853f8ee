import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { gaveThoughts } from "#lib/domain/deliberation/outcome.ts";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** How it ended and why, with the way on to the record. */
export function EndCard({ deliberation, slug }: { deliberation: DeliberationView; slug: string }) {
  const { outcome, outcomeReason, record, turns } = deliberation;
  if (outcome === null) return null;
  const lastRound = turns.findLast((view) => view.round !== null)?.round ?? 0;
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3.5 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-float sm:ml-[110px]">
      <Badge tone={gaveThoughts(outcome) ? "ok" : outcome === "cancelled" ? "neutral" : "bad"}>
        {strings.outcome[outcome]}
      </Badge>
      <p className="min-w-0 flex-1 basis-64 text-sm">
        {strings.ended[outcome](lastRound)} {record ? strings.refinedTo(record.kept, record.removed) : null}
        {outcomeReason ? <span className="text-ink-2"> {outcomeReason}</span> : null}
      </p>
      {record ? (
        <LinkButton variant="primary" href={`/projects/${slug}/review/${record.ref}`}>
          {strings.seeRecord}
        </LinkButton>
      ) : null}
    </div>
  );
}
