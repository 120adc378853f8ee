import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { holdPolicies } from "#lib/server/policies/lock.ts";
import { markIfStale } from "#lib/server/policies/stale-record.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { subjectsOf } from "./subjects.ts";

/**
 * Takes back a bulk action of one's own that was just done: records are what they were. Withdrawn approvals stay
 * withdrawn and stand again as new ones of the same revision and policies, or are stale where these were replaced since.
 * What has changed or was erased since is left alone.
 *
 * @returns of how many records it was taken back, and how many there were
 * @throws Refused `not_found`, `forbidden`; `conflict` where the time for it is over
 */
export async function undoBulk(
  actor: Actor,
  projectId: string,
  id: string,
): Promise<{ undone: number; of: number }> {
  await authorize(actor, "records.withdraw", { projectId });
  return db.$transaction(
    async (tx) => {
      await holdPolicies(tx, projectId);
      const done = await tx.bulkAction.findUnique({ where: { id, projectId }, include: { items: true } });
      if (!done || actor.kind !== "person" || done.actorId !== actor.userId) {
        throw new Refused("not_found", accessStrings.notFound);
      }
      const { count } = await tx.bulkAction.updateMany({
        where: { id, undoneAt: null },
        data: { undoneAt: new Date() },
      });
      if (count === 0 || !canUndo(done.doneAt, new Date()))
        throw new Refused("conflict", reviewStrings.undoOver);
      const ids = done.items.map(({ recordId }) => recordId);
      const now = await subjectsOf(tx, Prisma.sql`r.id = any (${ids}::uuid[])`, { lock: true });
      const asLeft = done.items.filter(({ recordId, after }) =>
        now.some((record) => record.id === recordId && record.status === after && !record.erased),
      );
      await tx.reviewRound.deleteMany({
        where: { id: { in: asLeft.flatMap(({ roundId }) => roundId ?? []) }, reviews: { none: {} } },
      });
      const approvals = await tx.approval.findMany({
        where: { id: { in: asLeft.flatMap(({ approvalId }) => approvalId ?? []) } },
        select: { recordId: true, revisionId: true, policySetId: true, reviewId: true },
      });
      await tx.approval.createMany({ data: approvals });
      for (const [before, items] of Map.groupBy(asLeft, (item) => item.before)) {
        await tx.record.updateMany({
          where: { id: { in: items.map(({ recordId }) => recordId) } },
          data: { status: before },
        });
      }
      // A publication in between passed over what was not in force.
      const published = { projectId, createdAt: { gt: done.doneAt } };
      if ((await tx.policySet.count({ where: published })) > 0) {
        for (const { recordId } of asLeft) await markIfStale(tx, recordId);
      }
      await appendAudit(tx, {
        actor,
        projectId,
        action: "bulk.undo",
        objectKind: "bulk action",
        objectId: id,
        detail: { records: asLeft.length },
      });
      return { undone: asLeft.length, of: ids.length };
    },
    { timeout: 30_000 },
  );
}
