import type { Metadata } from "next";
import { z } from "zod";
import { load } from "#app/load.ts";
import { HeldNotice } from "#components/exposure/held-notice.tsx";
import { MakePairs, StartJudging, UndoLast } from "#components/pairs/pairs-acts.tsx";
import { PairsTable } from "#components/pairs/pairs-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { type PairStatus, pairStatuses } from "#lib/domain/pair/view.ts";
import { pairRoomStrings } from "#lib/domain/strings/pair-room.ts";
import { pairStrings as strings } from "#lib/domain/strings/pairs.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { countedPairs, countWaitingPairs } from "#lib/server/pairs/claim.ts";
import { listPairs } from "#lib/server/pairs/list.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { makePairs, startJudging, undoPair } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

const Query = z.object({
  status: z.enum(pairStatuses).catch("proposed"),
  before: z.uuid().optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

export default async function PairsPage({ params, searchParams }: PageProps<"/projects/[slug]/pairs">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { status, before, after } = Query.parse(query);
  const { role, mine, list } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "project.read");
    const [mine, list] = await Promise.all([
      can(actor, "records.review", role) ? countWaitingPairs(project.id, actor.userId) : null,
      can(actor, "runs.read", role) ? pairsOf(actor, project.id, status, before) : null,
    ]);
    return { role, mine, list };
  });
  const waiting = mine?.waiting ?? null;
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        actions={
          <>
            {can(actor, "pairs.make", role) && <MakePairs slug={slug} make={makePairs} />}
            {waiting !== null && <StartJudging slug={slug} waiting={waiting} start={startJudging} />}
          </>
        }
      />
      {after !== undefined && (
        <UndoLast
          slug={slug}
          pairId={after}
          wasLast={waiting === 0 && mine?.held.length === 0}
          undo={undoPair}
        />
      )}
      {mine && <HeldNotice levels={mine.held} slug={slug} />}
      {waiting !== null && mine?.held.length === 0 && (waiting > 0 || list?.hasAny !== false) && (
        <p className="mb-5 max-w-[70ch] text-ink-2 text-sm">
          {waiting === 0
            ? pairRoomStrings.nothingWaits
            : `${pairRoomStrings.waiting(waiting, waiting >= countedPairs)} ${pairRoomStrings.high}`}
        </p>
      )}
      {list && (
        <PairsList list={list} slug={slug} status={status} mayStart={can(actor, "runs.start", role)} />
      )}
      {list && (
        <Pager
          newer={before ? `/projects/${slug}/pairs?status=${status}` : null}
          older={list.next === null ? null : `/projects/${slug}/pairs?status=${status}&before=${list.next}`}
        />
      )}
    </>
  );
}

/** A page of the pairs in one state, and whether there are any at all. */
async function pairsOf(actor: Actor, projectId: string, status: PairStatus, before: string | undefined) {
  const listed = (one: PairStatus) => listPairs(actor, { projectId, status: one, before });
  const page = await listed(status);
  const others = pairStatuses.filter((one) => one !== status);
  const hasAny =
    page.pairs.length > 0 || (await Promise.all(others.map(listed))).some(({ pairs }) => pairs.length > 0);
  return { ...page, hasAny };
}

type ListProps = {
  list: Awaited<ReturnType<typeof pairsOf>>;
  slug: string;
  status: PairStatus;
  mayStart: boolean;
};

function PairsList({ list: { pairs, hasAny }, slug, status, mayStart }: ListProps) {
  if (!hasAny) {
    return (
      <EmptyState
        title={strings.empty.title}
        action={
          mayStart && <LinkButton href={`/projects/${slug}/runs/new`}>{strings.empty.start}</LinkButton>
        }
      >
        {strings.empty.text}
      </EmptyState>
    );
  }
  return (
    <>
      <TabLinks
        label={strings.statuses}
        items={pairStatuses.map((one) => ({
          href: `/projects/${slug}/pairs?status=${one}`,
          label: strings.status[one],
          current: one === status,
        }))}
      />
      <p className="my-4 max-w-[70ch] text-ink-2 text-sm">
        {pairs.length > 0 ? strings.scoresHint : strings.noneOf[status]}
      </p>
      {pairs.length > 0 ? <PairsTable pairs={pairs} slug={slug} /> : null}
    </>
  );
}
