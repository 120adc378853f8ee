import type { Actor } from "#lib/domain/access/actions.ts";
import { openStatuses } from "#lib/domain/record/status.ts";
import { orderOfWalk, permitted, type QueueChoice, readingOf } from "#lib/domain/review/queue-choice.ts";
import { type RecordPage, type RecordRow, waitingLimit } from "#lib/domain/review/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { hiddenFrom } from "#lib/server/exposure/choice.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { claimable } from "#lib/server/reviews/claimable.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { isUnsettled } from "#lib/server/reviews/unsettled.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { foundBy, type ListPart } from "./found-by.ts";
import { type Cursor, pageOf } from "./page.ts";
import { alongWalk, type Walk, walkOf } from "./walk.ts";

/** Characters of a prompt that a list shows. */
const shownText = 200;

/**
 * A page of records: those waiting for the actor, those they reviewed, or those of one status, as they chose them.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listRecords(
  actor: Actor,
  projectId: string,
  { choice, cursor }: { choice: QueueChoice; cursor: Cursor },
): Promise<RecordPage> {
  const userId = await authorizedFor(actor, projectId, choice);
  const chosen = permitted(choice);
  const found = await listed(projectId, userId, chosen);
  const page = await pageOf(found, orderOfWalk(chosen), cursor);
  const [rows, hides] = await Promise.all([rowsOf(page.found, userId), hiddenFrom(userId)]);
  return {
    rows: rows.map((row) => (hides(row.severity) ? { ...row, text: null } : row)),
    previous: page.previous,
    next: page.next,
  };
}

/**
 * How many records are in a list as somebody chose it, counted up to `waitingLimit`.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function countListed(actor: Actor, projectId: string, choice: QueueChoice): Promise<number> {
  const userId = await authorizedFor(actor, projectId, choice);
  const { rows, ...list } = await listed(projectId, userId, permitted(choice));
  const walk = walkOf("oldest");
  let n = 0;
  for await (const where of foundBy({ ...list, walk, place: null }, waitingLimit)) {
    const [counted] = await db.$queryRaw<{ n: number }[]>(
      Prisma.sql`select count(*)::int as n from (${rows({ where, limit: waitingLimit - n, walk })}) c`,
    );
    n += counted?.n ?? 0;
    if (n >= waitingLimit) break;
  }
  return n;
}

async function authorizedFor(actor: Actor, projectId: string, { list }: QueueChoice): Promise<string | null> {
  const reading = readingOf(list);
  if (reading === "records.review") return (await requireReviewer(actor, projectId)).userId;
  await authorize(actor, reading, { projectId });
  return actor.kind === "person" ? actor.userId : null;
}

/** A list as somebody chose it. */
export type Listed = Pick<ListPart, "projectId" | "statuses" | "filter"> & {
  /** Those of its records that a condition on `r` holds for, up to a limit and along a walk: `id, severity, begun` and the keys of walks. */
  rows: (which: { where: Prisma.Sql; limit: number; walk: Walk }) => Prisma.Sql;
};

/** What is listed. Callers have authorized, and the choice is a permitted one. */
export async function listed(
  projectId: string,
  userId: string | null,
  { list, filter }: QueueChoice,
): Promise<Listed> {
  if (list === "waiting") {
    const { held } = await limitsOf(userId ?? "", projectId);
    const rows: Listed["rows"] = (which) => claimable(projectId, userId ?? "", { held, ...which });
    return { projectId, statuses: openStatuses, filter, rows };
  }
  // What follows from a review that can still be taken back is in no list by status: it would tell of others.
  const isListed =
    list === "mine"
      ? Prisma.sql`exists (
          select from reviews v join review_rounds o on o.id = v.round_id
          where o.record_id = r.id and v.reviewer_id = ${userId}::uuid and v.status = 'submitted' and v.withdrawn_at is null
        )`
      : Prisma.sql`r.status = ${Prisma.raw(`'${list}'`)} and not ${isUnsettled(Prisma.sql`r.id`)}`;
  const rows: Listed["rows"] = ({ where, limit, walk }) => Prisma.sql`
    select r.id, r.severity, r.judges_agree, r.people_agree, false as begun from records r
    where r.project_id = ${projectId}::uuid and ${isListed} and ${where}
    order by ${alongWalk(walk, "r")} limit ${limit}`;
  return { projectId, statuses: list === "mine" ? null : [list], filter, rows };
}

/** What a list shows of records, in the order given. */
async function rowsOf(
  found: readonly { id: string; begun: boolean }[],
  userId: string | null,
): Promise<RecordRow[]> {
  return db.$queryRaw(Prisma.sql`
    select r.ref, left(p.text, ${shownText}) || case when length(p.text) > ${shownText} then '…' else '' end as text,
      r.severity, p.category, p.data_set as "dataSet", r.synthetic, p.erasure_id is not null as erased, f.begun,
      (select jsonb_build_object('decision', v.decision, 'at', v.submitted_at) from reviews v
        join review_rounds o on o.id = v.round_id
        where o.record_id = r.id and v.reviewer_id = ${userId}::uuid and v.status = 'submitted'
          and v.withdrawn_at is null and not v.after_reveal
        order by v.id desc limit 1) as own
    from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ begun }) => begun)}::bool[]) with ordinality as f (id, begun, n)
    join records r on r.id = f.id join prompts p on p.id = r.prompt_id
    order by f.n`);
}
