import { gaveThoughts, type Outcome, outcomes } from "#lib/domain/deliberation/outcome.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

const colours: Record<Outcome, string> = {
  consensus: "bg-ok",
  rounds_spent: "bg-ok/60",
  completed: "bg-ok",
  agent_refused: "bg-warn",
  unparseable: "bg-bad",
  truncated: "bg-bad/70",
  budget_spent: "bg-warn/70",
  endpoint_failed: "bg-bad/85",
  cancelled: "bg-line-strong",
};

/** How the deliberations ended, as shares of one bar with every number written beside it. */
export function OutcomeBar({
  counts,
  subjects,
}: {
  counts: Partial<Record<Outcome, number>>;
  subjects: number;
}) {
  const present = outcomes.flatMap((outcome) => {
    const n = counts[outcome] ?? 0;
    return n > 0 ? [{ outcome, n }] : [];
  });
  if (present.length === 0) return null;
  return (
    <figure>
      <div aria-hidden className="flex h-2.5 gap-px overflow-hidden rounded-full bg-line">
        {present.map(({ outcome, n }) => (
          <div key={outcome} className={colours[outcome]} style={{ width: `${(100 * n) / subjects}%` }} />
        ))}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-xs tabular-nums">
        {present.map(({ outcome, n }) => (
          <span key={outcome} className="inline-flex items-center gap-1.5">
            <i aria-hidden className={`size-2 rounded-[3px] ${colours[outcome]}`} />
            {deliberationPageStrings.outcome[outcome]}{" "}
            <b className="font-medium text-ink">{n.toLocaleString("en")}</b>
            {gaveThoughts(outcome) ? null : <span className="sr-only">({strings.failed})</span>}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
