import { type Actor, projectActions } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { openStatuses } from "#lib/domain/record/status.ts";
import type { NewBatch } from "#lib/domain/review/batch.ts";
import { interleave } from "#lib/domain/review/interleave.ts";
import { orderOfWalk, permitted } from "#lib/domain/review/queue-choice.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { readFound } from "#lib/server/records/found-by.ts";
import { alongWalk, type Lane, walkOf } from "#lib/server/records/walk.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

/**
 * Puts the first records of a list that wait for review and that no batch holds into one, for some people until a day.
 * Whether somebody has begun with one makes no difference, so that nothing tells of it; they may go on.
 *
 * @returns how many it holds
 * @throws Refused `not_found`, `forbidden`; `invalid` where somebody named does not review; `conflict` where none is left
 */
export async function createBatch(
  actor: Actor,
  projectId: string,
  { name, dueOn, size, people, order, filter }: NewBatch,
): Promise<{ records: number }> {
  await authorize(actor, "records.assign", { projectId });
  const choice = permitted({ list: "waiting", order, filter });
  return db.$transaction(async (tx) => {
    const ids = await chosen(tx, projectId, choice, size);
    const batch = await tx.batch.create({
      data: {
        projectId,
        name,
        dueOn: new Date(dueOn),
        createdById: actor.kind === "person" ? actor.userId : null,
      },
      select: { id: true },
    });
    // Of two batches that are made at once, one gets a record: who waits here for the other finds it taken.
    const taken = await tx.$queryRaw<{ id: string }[]>`
      update records set batch_id = ${batch.id}::uuid where id in (
        select id from records where id = any (${ids}::uuid[]) and batch_id is null order by id for no key update
      ) and batch_id is null returning id`;
    const held = new Set(taken.map(({ id }) => id));
    const items = ids.filter((id) => held.has(id));
    if (items.length === 0) throw new Refused("conflict", strings.nothingFits);
    const userIds = [...new Set(people)];
    await requireReviewers(tx, projectId, userIds);
    await tx.batchPerson.createMany({ data: userIds.map((userId) => ({ batchId: batch.id, userId })) });
    await tx.batchItem.createMany({
      data: items.map((recordId, index) => ({ batchId: batch.id, place: index + 1, recordId })),
    });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "batch.create",
      objectKind: "batch",
      objectId: batch.id,
      detail: { name, dueOn, records: items.length, people: people.length },
    });
    return { records: items.length };
  });
}

/**
 * Who leaves meanwhile, or is given another role, waits until the batch stands, and then leaves it as well; whose leaving is
 * under way is waited for. People are locked after records, as by who claims one.
 */
async function requireReviewers(tx: Tx, projectId: string, ids: readonly string[]): Promise<void> {
  const roles = [...projectActions["records.review"]];
  const reviewers = await tx.$queryRaw<unknown[]>`
    select 1 from memberships m join users u on u.id = m.user_id
    where m.project_id = ${projectId}::uuid and m.user_id = any (${[...ids]}::uuid[])
      and m.role = any (${roles}::project_role[]) and not u.banned
    order by m.user_id for share`;
  if (reviewers.length < ids.length) throw new Refused("invalid", strings.notReviewers);
}

/** Ids in the order of the choice. Each status is walked along its own index, as lists are. */
async function chosen(
  tx: Tx,
  projectId: string,
  choice: Pick<NewBatch, "order" | "filter">,
  limit: number,
): Promise<string[]> {
  const order = orderOfWalk(choice);
  const walk = walkOf(order);
  const list = { projectId, statuses: openStatuses, filter: choice.filter, walk, place: null };
  const along = (lane?: Lane) =>
    readFound({ ...list, lane }, limit, (which) => {
      const ofStatus = openStatuses.map(
        (status) => Prisma.sql`(select r.id, r.judges_agree, r.people_agree from records r
          where r.project_id = ${projectId}::uuid and r.status = ${Prisma.raw(`'${status}'`)} and r.batch_id is null
            and not r.planted and ${which.where}
            and exists (select from revisions e where e.id = r.head_revision_id and e.erasure_id is null)
          order by ${alongWalk(walk, "r")} limit ${which.limit})`,
      );
      return tx.$queryRaw<{ id: string }[]>(
        Prisma.sql`select c.id from (${Prisma.join(ofStatus, " union all ")}) c
          order by ${alongWalk(walk, "c")} limit ${which.limit}`,
      );
    });
  const row =
    order === "interleaved"
      ? interleave({ grave: await along("grave"), gentle: await along("gentle") }, false)
      : await along();
  return row.slice(0, limit).map(({ id }) => id);
}
