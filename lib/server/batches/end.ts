import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

/**
 * Cancels a batch: its records go back to the queue of everybody. Claims and drafts stay.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where it is over already
 */
export async function cancelBatch(actor: Actor, projectId: string, batchId: string): Promise<void> {
  await authorize(actor, "records.assign", { projectId });
  await db.$transaction(async (tx) => {
    if (!(await letGo(tx, { batchId, projectId }))) throw new Refused("conflict", strings.notFound);
    await appendAudit(tx, {
      actor,
      projectId,
      action: "batch.cancel",
      objectKind: "batch",
      objectId: batchId,
    });
  });
}

/**
 * Takes somebody out of all batches of a project, or of every project, when they leave. A batch that is left without
 * people lets go of its records.
 *
 * @param actor who makes them leave
 */
export async function leaveBatches(
  tx: Tx,
  actor: Actor,
  { userId, projectId }: { userId: string; projectId?: string },
): Promise<void> {
  const of = { batch: { projectId, endedAt: null } };
  const left = await tx.batchPerson.findMany({
    where: { userId, ...of },
    select: { batchId: true, batch: { select: { projectId: true } } },
  });
  await tx.batchPerson.deleteMany({ where: { userId, ...of } });
  for (const { batchId, batch } of left) {
    if ((await tx.batchPerson.count({ where: { batchId } })) > 0) continue;
    await letGo(tx, { batchId, projectId: batch.projectId });
    await appendAudit(tx, {
      actor,
      projectId: batch.projectId,
      action: "batch.end",
      objectKind: "batch",
      objectId: batchId,
    });
  }
}

async function letGo(
  tx: Tx,
  { batchId, projectId }: { batchId: string; projectId: string },
): Promise<boolean> {
  const { count } = await tx.batch.updateMany({
    where: { id: batchId, projectId, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count > 0) await tx.record.updateMany({ where: { batchId }, data: { batchId: null } });
  return count > 0;
}
