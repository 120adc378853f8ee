import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import {
  type BulkKind,
  type BulkPreview,
  bulkKindOf,
  bulkLimit,
  leftOutBecause,
} from "#lib/domain/review/bulk.ts";
import { permitted, type QueueChoice } from "#lib/domain/review/queue-choice.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { readFound } from "#lib/server/records/found-by.ts";
import { listed } from "#lib/server/records/list.ts";
import { walkOf } from "#lib/server/records/walk.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { subjectsOf } from "./subjects.ts";

/**
 * Says which records of a list a bulk action would touch, and which not and why. Nothing is done.
 *
 * @throws Refused `not_found`, `forbidden` (also for lists that this cannot be done to)
 */
export async function previewBulk(
  actor: Actor,
  projectId: string,
  { kind, choice }: { kind: BulkKind; choice: QueueChoice },
): Promise<BulkPreview> {
  await authorize(actor, "records.withdraw", { projectId });
  if (bulkKindOf(choice.list) !== kind) throw new Refused("forbidden", accessStrings.forbidden);
  const chosen = permitted(choice);
  const { rows, ...list } = await listed(projectId, actor.kind === "person" ? actor.userId : null, chosen);
  const walk = walkOf(chosen.order);
  const found = await readFound({ ...list, walk, place: null }, bulkLimit + 1, (which) =>
    db.$queryRaw<{ id: string }[]>(rows({ ...which, walk })),
  );
  const ids = found.slice(0, bulkLimit).map(({ id }) => id);
  const subjects = await subjectsOf(db, Prisma.sql`r.id = any (${ids}::uuid[])`, { lock: false });
  const judged = subjects.map((subject) => ({ ...subject, because: leftOutBecause(kind, subject) }));
  const touched = judged.filter(({ because }) => because === null);
  return {
    touched: touched.map(({ ref }) => ref),
    leftOut: judged.flatMap(({ ref, because }) => (because ? [{ ref, because }] : [])),
    more: found.length > bulkLimit,
    inSnapshots: await countFrozen(touched.map(({ id }) => id)),
  };
}

async function countFrozen(ids: string[]): Promise<number> {
  const frozen = await db.snapshotItem.groupBy({ by: ["recordId"], where: { recordId: { in: ids } } });
  return frozen.length;
}
