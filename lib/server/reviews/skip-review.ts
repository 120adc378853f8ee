import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import { noteRecordSeen } from "#lib/server/exposure/note.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { showWhetherClaimed } from "./claimed-status.ts";
import { requireOwnReview } from "./reviewer.ts";

/**
 * Skips a record, without a reason: its slot is free for others and this person is not offered it again. What
 * was written stays with the review. Skipping what is skipped already changes nothing.
 *
 * @param seen seconds for which the record could be read since the last report; null where it was blurred
 * @throws Refused `not_found`, `forbidden`; `conflict` where it was submitted meanwhile
 */
export async function skipReview(
  actor: Actor,
  reviewId: string,
  seen: number | null = null,
): Promise<{ ref: string }> {
  const { recordId, userId } = await requireOwnReview(actor, reviewId);
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
      if (seen !== null) await noteRecordSeen(tx, { userId, recordId, seconds: seen });
    }
    return { ref: record.ref };
  });
}
