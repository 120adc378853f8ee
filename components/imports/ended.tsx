import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

/** What came of the import, and where to go from here. */
export function Ended({ view, slug }: { view: ImportView; slug: string }) {
  const base = `/projects/${slug}`;
  const another = <LinkButton href={`${base}/prompts/import`}>{strings.another}</LinkButton>;
  if (view.status !== "done") {
    const title = view.status === "refused" ? strings.refusedTitle : strings.cancelledTitle;
    return (
      <Notice tone={view.status === "refused" ? "bad" : "info"} title={title} action={another}>
        {view.refusal} {strings.nothingStored}
      </Notice>
    );
  }
  const isCots = view.kind === "cots";
  return (
    <Notice
      tone="ok"
      title={isCots ? strings.doneRecords(view.accepted) : strings.doneTitle(view.accepted)}
      action={
        <>
          {another}
          <LinkButton href={`${base}/prompts`}>{strings.toPrompts}</LinkButton>
          <LinkButton variant="primary" href={isCots ? `${base}/review` : `${base}/runs/new`}>
            {isCots ? strings.toReview : strings.toRun}
          </LinkButton>
        </>
      }
    >
      {strings.counts.duplicates}: {view.duplicates.toLocaleString("en")} · {strings.counts.faulty}:{" "}
      {view.faulty.toLocaleString("en")}
    </Notice>
  );
}
