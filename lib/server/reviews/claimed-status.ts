import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Sets a record in its first round to *in review* where somebody has claimed or filled a slot, else back to
 * *awaiting review*. Called under the record's lock, after claims came or went.
 */
export async function showWhetherClaimed(tx: Prisma.TransactionClient, recordId: string): Promise<void> {
  const slots = await tx.review.count({
    where: { round: { recordId, closedAt: null }, slot: { not: null }, withdrawnAt: null },
  });
  const [from, to] =
    slots > 0 ? (["awaiting_review", "in_review"] as const) : (["in_review", "awaiting_review"] as const);
  await tx.record.updateMany({ where: { id: recordId, status: from }, data: { status: to } });
}
