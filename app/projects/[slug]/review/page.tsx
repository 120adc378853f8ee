import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { startReviewing } from "#app/projects/[slug]/review/actions.ts";
import {
  applyBulk,
  dropView,
  makeBatch,
  previewBulk,
  renameView,
  saveView,
  setDefaultView,
  undoBulk,
} from "#app/projects/[slug]/review/queue-actions.ts";
import { MyBatches } from "#components/batches/my-batches.tsx";
import { HeldNotice } from "#components/exposure/held-notice.tsx";
import { ChosenFilters } from "#components/review/chosen-filters.tsx";
import { ListTools } from "#components/review/list-tools.tsx";
import { QueueFilters } from "#components/review/queue-filters.tsx";
import { QueueHead } from "#components/review/queue-head.tsx";
import { QueueLists } from "#components/review/queue-lists.tsx";
import { RecordsTable } from "#components/review/records-table.tsx";
import { SavedViews } from "#components/review/saved-views.tsx";
import { UndoKey } from "#components/review/undo-key.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/can.ts";
import { choiceOf, defaultOrder, isFiltered, queryOf } from "#lib/domain/review/queue-choice.ts";
import { type QueueView, waitingLimit } from "#lib/domain/review/view.ts";
import { allThatWaits } from "#lib/domain/review/working.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listReviewers, loadMyBatches } from "#lib/server/batches/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { countListed, listRecords } from "#lib/server/records/list.ts";
import type { Cursor } from "#lib/server/records/page.ts";
import { loadFilterChoices } from "#lib/server/reviews/filter-choices.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";
import { loadSavedViews } from "#lib/server/reviews/saved-views.ts";

export const metadata: Metadata = { title: strings.title };

export default async function QueuePage({ params, searchParams }: PageProps<"/projects/[slug]/review">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const cursor: Cursor =
    typeof query.after === "string"
      ? { after: query.after }
      : typeof query.before === "string"
        ? { before: query.before }
        : null;
  const { queue, views, choice, choices, page, found, batches, reviewers } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "project.read");
    const [queue, views] = await Promise.all([
      loadQueue(actor, project.id),
      loadSavedViews(actor, project.id),
    ]);
    const first = Object.keys(query).length === 0 ? views.find(({ isDefault }) => isDefault) : undefined;
    const choice = first?.choice ?? choiceOf(query, queue.waiting === null ? "approved" : "waiting");
    const [choices, page, found, batches, reviewers] = await Promise.all([
      loadFilterChoices(actor, project.id, { readsRuns: can(actor, "runs.read", role) }),
      listRecords(actor, project.id, { choice, cursor }),
      isFiltered(choice) ? countListed(actor, project.id, choice) : null,
      queue.waiting === null ? [] : loadMyBatches(actor, project.id),
      can(actor, "records.assign", role) ? listReviewers(actor, project.id) : null,
    ]);
    return { queue, views, choice, choices, page, found, batches, reviewers };
  });
  const base = `/projects/${slug}/review`;
  const address = (more: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...queryOf(choice), ...more })}`;
  const isWaiting = choice.list === "waiting";
  return (
    <>
      <QueueHead
        slug={slug}
        working={isWaiting ? { order: choice.order, filter: choice.filter, batch: null } : allThatWaits}
        waiting={isWaiting && found !== null ? found : queue.waiting}
        start={startReviewing}
      />
      <UndoKey />
      <HeldNotice levels={queue.held} slug={slug} />
      {query.done !== undefined && queue.waiting !== null && queue.waiting > 0 && (
        <Notice className="mb-5">{strings.choiceDone}</Notice>
      )}
      <MyBatches batches={batches} slug={slug} start={startReviewing} />
      <QueueLists queue={queue} base={base} current={choice.list} />
      <div className="group/list relative my-4 flex flex-wrap justify-between gap-3 empty:hidden">
        {(page.rows.length > 0 || found !== null) && <QueueFilters choices={choices} choice={choice} />}
        {reviewers && (
          <ListTools
            slug={slug}
            choice={choice}
            isEmpty={page.rows.length === 0}
            reviewers={reviewers}
            make={makeBatch}
            bulk={{ preview: previewBulk, apply: applyBulk, undo: undoBulk }}
          />
        )}
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-2.5 empty:hidden">
        <ChosenFilters choice={choice} base={base} />
        <SavedViews
          slug={slug}
          views={views}
          choice={choice}
          worthSaving={found !== null || choice.order !== defaultOrder(choice.list)}
          actions={{ save: saveView, rename: renameView, drop: dropView, setDefault: setDefaultView }}
        />
      </div>
      {page.rows.length > 0 ? (
        <RecordsTable rows={page.rows} slug={slug} />
      ) : found !== null ? (
        <EmptyState
          title={strings.noneFiltered}
          action={<LinkButton href={`${base}?list=${choice.list}`}>{strings.clearFilters}</LinkButton>}
        />
      ) : (
        <Empty
          view={choice.list}
          done={query.done !== undefined && queue.held.length === 0}
          showsRuns={queue.counts !== null}
          slug={slug}
        />
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

type EmptyProps = {
  view: QueueView;
  /** Whether somebody has just reviewed the last one. */
  done: boolean;
  showsRuns: boolean;
  slug: string;
};

function Empty({ view, done, slug, showsRuns }: EmptyProps) {
  const title = view === "waiting" || view === "mine" ? strings.none[view] : strings.none.other;
  const base = `/projects/${slug}`;
  return (
    <EmptyState
      title={view === "waiting" && done ? strings.allDone : title}
      action={
        showsRuns ? (
          <LinkButton href={`${base}/runs`}>{strings.toRuns}</LinkButton>
        ) : (
          view === "waiting" && <LinkButton href={`${base}/my-work`}>{strings.toMyWork}</LinkButton>
        )
      }
    >
      {view === "waiting" ? strings.emptyText.waiting : strings.emptyText.other}
    </EmptyState>
  );
}
