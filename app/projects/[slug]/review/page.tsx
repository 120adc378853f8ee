import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { startReviewing } from "#app/projects/[slug]/review/actions.ts";
import { HeldNotice } from "#components/exposure/held-notice.tsx";
import { ChosenFilters } from "#components/review/chosen-filters.tsx";
import { QueueFilters } from "#components/review/queue-filters.tsx";
import { QueueHead } from "#components/review/queue-head.tsx";
import { QueueLists } from "#components/review/queue-lists.tsx";
import { RecordsTable } from "#components/review/records-table.tsx";
import { UndoKey } from "#components/review/undo-key.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/can.ts";
import { choiceOf, isFiltered, queryOf } from "#lib/domain/review/queue-choice.ts";
import { type QueueView, waitingLimit } from "#lib/domain/review/view.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { countListed, listRecords } from "#lib/server/records/list.ts";
import type { Cursor } from "#lib/server/records/page.ts";
import { loadFilterChoices } from "#lib/server/reviews/filter-choices.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";

export const metadata: Metadata = { title: strings.title };

export default async function QueuePage({ params, searchParams }: PageProps<"/projects/[slug]/review">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const cursor: Cursor =
    typeof query.after === "string"
      ? { after: query.after }
      : typeof query.before === "string"
        ? { before: query.before }
        : null;
  const { queue, choice, choices, page, found } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "project.read");
    const queue = await loadQueue(actor, project.id);
    const choice = choiceOf(query, queue.waiting === null ? "approved" : "waiting");
    const [choices, page, found] = await Promise.all([
      loadFilterChoices(actor, project.id, { readsRuns: can(actor, "runs.read", role) }),
      listRecords(actor, project.id, { choice, cursor }),
      isFiltered(choice) ? countListed(actor, project.id, choice) : null,
    ]);
    return { queue, choice, choices, page, found };
  });
  const base = `/projects/${slug}/review`;
  const address = (more: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...queryOf(choice), ...more })}`;
  const isWaiting = choice.list === "waiting";
  return (
    <>
      <QueueHead
        slug={slug}
        working={{ order: isWaiting ? choice.order : "interleaved", filter: isWaiting ? choice.filter : {} }}
        waiting={isWaiting && found !== null ? found : queue.waiting}
        start={startReviewing}
      />
      <UndoKey />
      <HeldNotice levels={queue.held} slug={slug} />
      {query.done !== undefined && queue.waiting === 0 && queue.held.length === 0 && (
        <Notice tone="ok" className="mb-5">
          {strings.allDone}
        </Notice>
      )}
      <QueueLists queue={queue} base={base} current={choice.list} />
      {(page.rows.length > 0 || found !== null) && <QueueFilters choices={choices} choice={choice} />}
      <ChosenFilters choice={choice} base={base} />
      {page.rows.length > 0 ? (
        <RecordsTable rows={page.rows} slug={slug} />
      ) : found !== null ? (
        <EmptyState
          title={strings.noneFiltered}
          action={<LinkButton href={`${base}?list=${choice.list}`}>{strings.clearFilters}</LinkButton>}
        />
      ) : (
        <Empty view={choice.list} showsRuns={queue.counts !== null} slug={slug} />
      )}
      <Pager
        newer={
          page.previous
            ? address({ before: page.previous })
            : cursor && choice.order === "interleaved"
              ? address({})
              : null
        }
        older={page.next && address({ after: page.next })}
        note={found && (found < waitingLimit ? strings.found(found) : strings.foundMany(waitingLimit))}
        labels={
          choice.order === "newest"
            ? undefined
            : {
                newer: choice.order === "interleaved" ? strings.first : strings.previousPage,
                older: strings.nextPage,
              }
        }
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
