import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { showWhetherClaimed } from "./claimed-status.ts";
import { requireOwnReview } from "./reviewer.ts";

/**
 * Skips a record, without a reason: its slot is free for others and this person is not offered it again. What
 * was written stays with the review. Skipping what is skipped already changes nothing.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where it was submitted meanwhile
 */
export async function skipReview(actor: Actor, reviewId: string): Promise<{ ref: string }> {
  const { recordId } = await requireOwnReview(actor, reviewId);
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const review = await tx.review.findUniqueOrThrow({ where: { id: reviewId } });
    if (!record || review.status === "submitted")
      throw new Refused("conflict", reviewStrings.noClaim.submitted);
    if (review.status !== "skipped") {
      await tx.review.update({
        where: { id: reviewId },
        data: { status: "skipped", slot: null, claimExpiresAt: null, submittedAt: new Date() },
        select: { id: true },
      });
      await showWhetherClaimed(tx, recordId);
    }
    return { ref: record.ref };
  });
}
