import type { Actor } from "#lib/domain/access/actions.ts";
import { db } from "#lib/server/database/client.ts";

/** Whether somebody has a record in review and has not submitted yet, so that nothing that judges it is told to them. */
export async function isJudging(actor: Actor, recordId: string): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const reviews = await db.review.count({
    where: {
      reviewerId: actor.userId,
      round: { recordId, closedAt: null },
      status: { in: ["pending", "draft"] },
      withdrawnAt: null,
    },
  });
  return reviews > 0;
}
