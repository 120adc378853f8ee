import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { startReviewing } from "#app/projects/[slug]/review/actions.ts";
import { HeldNotice } from "#components/exposure/held-notice.tsx";
import { QueueFilters } from "#components/review/queue-filters.tsx";
import { QueueHead } from "#components/review/queue-head.tsx";
import { QueueLists } from "#components/review/queue-lists.tsx";
import { RecordsTable } from "#components/review/records-table.tsx";
import { UndoKey } from "#components/review/undo-key.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { checkNames } from "#lib/domain/checks/finding.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { type QueueView, queueViews } from "#lib/domain/review/view.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { type Cursor, listRecords } from "#lib/server/records/list.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";

export const metadata: Metadata = { title: strings.title };

export default async function QueuePage({ params, searchParams }: PageProps<"/projects/[slug]/review">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const filter = {
    severity: severities.find((severity) => severity === query.severity),
    policy: Number(query.policy) || undefined,
    check: checkNames.find((check) => check === query.check),
  };
  const cursor: Cursor =
    typeof query.older === "string"
      ? { older: query.older }
      : typeof query.newer === "string"
        ? { newer: query.newer }
        : null;
  const { queue, view, page } = await load(async () => {
    const { project } = await requireProject(actor, slug, "project.read");
    const queue = await loadQueue(actor, project.id);
    const view =
      queueViews.find((one) => one === query.list) ?? (queue.waiting === null ? "approved" : "waiting");
    return { queue, view, page: await listRecords(actor, project.id, { view, filter, cursor }) };
  });
  const base = `/projects/${slug}/review`;
  const address = (named: Record<string, string>) => `${base}?${new URLSearchParams(named)}`;
  const here = named(view, filter);
  const isFiltered = Object.values(filter).some((chosen) => chosen !== undefined);
  return (
    <>
      <QueueHead queue={queue} slug={slug} start={startReviewing} />
      <UndoKey />
      <HeldNotice levels={queue.held} slug={slug} />
      {query.done !== undefined && queue.waiting === 0 && queue.held.length === 0 && (
        <Notice tone="ok" className="mb-5">
          {strings.allDone}
        </Notice>
      )}
      <QueueLists queue={queue} base={base} current={view} />
      {page.rows.length > 0 || isFiltered ? (
        <QueueFilters policies={queue.policies} view={view} chosen={filter} />
      ) : null}
      {page.rows.length > 0 ? (
        <RecordsTable rows={page.rows} slug={slug} />
      ) : isFiltered ? (
        <EmptyState
          title={strings.noneFiltered}
          action={<LinkButton href={address(named(view, {}))}>{strings.clearFilters}</LinkButton>}
        />
      ) : (
        <Empty view={view} showsRuns={queue.counts !== null} slug={slug} />
      )}
      <Pager
        newer={page.newer && address({ ...here, newer: page.newer })}
        older={page.older && address({ ...here, older: page.older })}
      />
    </>
  );
}

function Empty({ view, slug, showsRuns }: { view: QueueView; slug: string; showsRuns: boolean }) {
  const title = view === "waiting" || view === "mine" ? strings.none[view] : strings.none.other;
  return (
    <EmptyState
      title={title}
      action={showsRuns && <LinkButton href={`/projects/${slug}/runs`}>{strings.toRuns}</LinkButton>}
    >
      {strings.emptyText}
    </EmptyState>
  );
}

function named(
  view: QueueView,
  filter: { severity?: string; policy?: number; check?: string },
): Record<string, string> {
  return {
    ...(view !== "waiting" && { list: view }),
    ...(filter.severity && { severity: filter.severity }),
    ...(filter.policy && { policy: String(filter.policy) }),
    ...(filter.check && { check: filter.check }),
  };
}
