import type { Actor } from "#lib/domain/access/actions.ts";
import type { CheckName } from "#lib/domain/checks/finding.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import {
  mayFilterByCheck,
  type QueueView,
  type RecordPage,
  type RecordRow,
} from "#lib/domain/review/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { claimable } from "#lib/server/reviews/claimable.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { isUnsettled } from "#lib/server/reviews/unsettled.ts";
import { Prisma } from "#prisma/generated/client.ts";

const pageSize = 40;
/** Characters of a prompt that a list shows. */
const shownText = 200;

export type RecordFilter = {
  severity?: Severity;
  /** Number of a policy that the record's head cites. */
  policy?: number;
  /** A check that noticed something in the record's head; counts only where `mayFilterByCheck`. */
  check?: CheckName;
};

/** Where a page begins: after or before the record of this ref in a list that is newest first. */
export type Cursor = { older: string } | { newer: string } | null;

/**
 * A page of records, newest first: those waiting for the actor, those they reviewed, or those of one status.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listRecords(
  actor: Actor,
  projectId: string,
  { view, filter, cursor }: { view: QueueView; filter: RecordFilter; cursor: Cursor },
): Promise<RecordPage> {
  const userId = await authorizedFor(actor, projectId, view);
  const backwards = cursor !== null && "newer" in cursor;
  const where = Prisma.join(
    [...conditions(view, filter, await clausesOf(projectId, filter.policy)), await beyond(projectId, cursor)],
    " and ",
  );
  const page = { where, limit: pageSize + 1, newestFirst: !backwards };
  const ids =
    view === "waiting"
      ? claimable(projectId, userId ?? "", { ...page, held: (await limitsOf(userId ?? "", projectId)).held })
      : view === "mine"
        ? reviewedBy(projectId, userId ?? "", page)
        : withStatus(projectId, view, page);
  const found = await db.$queryRaw<(RecordRow & { id: string })[]>(rowsOf(ids, userId, !backwards));
  const hasMore = found.length > pageSize;
  const rows = (backwards ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize)).map(
    ({ id: _, ...row }) => row,
  );
  return {
    rows,
    newer: (backwards ? hasMore : cursor !== null) ? (rows[0]?.ref ?? null) : null,
    older: backwards || hasMore ? (rows.at(-1)?.ref ?? null) : null,
  };
}

/** Lists by status tell what others did: they are for those who may read records. */
async function authorizedFor(actor: Actor, projectId: string, view: QueueView): Promise<string | null> {
  if (view === "waiting" || view === "mine") return (await requireReviewer(actor, projectId)).userId;
  await authorize(actor, "records.read", { projectId });
  return actor.kind === "person" ? actor.userId : null;
}

type Page = { where: Prisma.Sql; limit: number; newestFirst: boolean };

function reviewedBy(projectId: string, userId: string, { where, limit, newestFirst }: Page): Prisma.Sql {
  return Prisma.sql`
    select r.id, false as begun from records r
    where r.project_id = ${projectId}::uuid and ${where} and exists (
      select from reviews v join review_rounds o on o.id = v.round_id
      where o.record_id = r.id and v.reviewer_id = ${userId}::uuid and v.status = 'submitted' and v.withdrawn_at is null
    )
    order by r.id ${newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`} limit ${limit}`;
}

/** What follows from a review that can still be taken back is in no such list: it would tell of others. */
function withStatus(projectId: string, view: string, page: Page): Prisma.Sql {
  const { where, limit, newestFirst } = page;
  return Prisma.sql`
    select r.id, false as begun from records r
    where r.project_id = ${projectId}::uuid and r.status = ${view}::record_status and ${where}
      and not ${isUnsettled(Prisma.sql`r.id`)}
    order by r.id ${newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`} limit ${limit}`;
}

function rowsOf(ids: Prisma.Sql, userId: string | null, newestFirst: boolean): Prisma.Sql {
  return Prisma.sql`
    select r.id, r.ref, left(p.text, ${shownText}) || case when length(p.text) > ${shownText} then '…' else '' end as text, r.severity, p.category, p.data_set as "dataSet",
      r.synthetic, p.erasure_id is not null as erased, found.begun,
      (select jsonb_build_object('decision', v.decision, 'at', v.submitted_at) from reviews v
        join review_rounds o on o.id = v.round_id
        where o.record_id = r.id and v.reviewer_id = ${userId}::uuid and v.status = 'submitted'
          and v.withdrawn_at is null
        order by v.id desc limit 1) as own
    from (${ids}) as found join records r on r.id = found.id join prompts p on p.id = r.prompt_id
    order by r.id ${newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`}`;
}

function conditions(
  view: QueueView,
  { severity, check }: RecordFilter,
  clauses: string[] | null,
): Prisma.Sql[] {
  return [
    severity ? Prisma.sql`r.severity = ${severity}::severity` : Prisma.sql`true`,
    clauses ? Prisma.sql`r.cited_clauses && ${clauses}::text[]` : Prisma.sql`true`,
    check && mayFilterByCheck(view)
      ? Prisma.sql`exists (select from findings f where f.revision_id = r.head_revision_id and f."check" = ${check})`
      : Prisma.sql`true`,
  ];
}

/** Numbers of all clauses that a policy ever had: records may cite old ones. */
async function clausesOf(projectId: string, policy: number | undefined): Promise<string[] | null> {
  if (policy === undefined) return null;
  const clauses = await db.clause.findMany({
    where: { policy: { projectId, number: policy } },
    select: { number: true },
  });
  return clauses.map(({ number }) => `${policy}.${number}`);
}

async function beyond(projectId: string, cursor: Cursor): Promise<Prisma.Sql> {
  if (!cursor) return Prisma.sql`true`;
  const ref = "older" in cursor ? cursor.older : cursor.newer;
  const end = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true },
  });
  if (!end) return Prisma.sql`true`;
  return "older" in cursor ? Prisma.sql`r.id < ${end.id}::uuid` : Prisma.sql`r.id > ${end.id}::uuid`;
}
