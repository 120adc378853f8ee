import type { Prisma } from "#prisma/generated/client.ts";
import { cancelDeliberations } from "./cancel-deliberations.ts";
import type { Scope } from "./scope.ts";

/**
 * Ends everything that could still write about what is erased: deliberations under way (the fence is raised, so
 * their worker can append nothing), claims and drafts. What was approved is so no longer.
 */
export async function stopWork(
  tx: Prisma.TransactionClient,
  { deliberationIds, recordIds }: Scope,
): Promise<void> {
  await cancelDeliberations(tx, deliberationIds);
  const now = new Date();
  const record = { id: { in: recordIds } };
  await tx.review.updateMany({
    where: { round: { record }, status: { in: ["pending", "draft"] }, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await tx.reviewRound.updateMany({ where: { record, closedAt: null }, data: { closedAt: now } });
  await tx.approval.updateMany({ where: { record, withdrawnAt: null }, data: { withdrawnAt: now } });
  await tx.record.updateMany({
    where: { ...record, status: { notIn: ["rejected", "superseded", "withdrawn"] } },
    data: { status: "withdrawn" },
  });
}
