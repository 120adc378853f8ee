import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { type Claim, isOutdated, takeSlot, withdraw } from "./claim.ts";
import { giveBackUnwritten } from "./give-back.ts";
import { requireOwnReview } from "./reviewer.ts";
import { settleRound } from "./settle.ts";

/**
 * Takes back a review that was just submitted or skipped. It stays, marked as withdrawn; the record becomes what
 * it was, and the person has a new review of it with what they had written.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the time for it is over or somebody took the slot
 */
export async function undoReview(actor: Actor, reviewId: string): Promise<Claim> {
  const { recordId, projectId, userId } = await requireOwnReview(actor, reviewId);
  const claim = await db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const review = await tx.review.findUniqueOrThrow({ where: { id: reviewId }, include: { round: true } });
    if (!record || !review.submittedAt || !canUndo(review.submittedAt, new Date())) {
      throw new Refused("conflict", reviewStrings.undoOver);
    }
    const isReplaced =
      record.status === "superseded" ||
      record.status === "withdrawn" ||
      (record.status === "stale" && (await isOutdated(tx, review.round, record)));
    if (isReplaced) throw new Refused("conflict", reviewStrings.noClaim.closed);
    if (review.withdrawnAt === null) {
      await withdraw(tx, reviewId);
      if (review.status === "submitted") await settleRound(tx, review.round);
    }
    const settled = await lockRecord(tx, recordId);
    const taken = settled ? await takeSlot(tx, settled, userId) : "closed";
    if (typeof taken === "string") throw new Refused("conflict", reviewStrings.noClaim[taken]);
    return taken;
  });
  await giveBackUnwritten(userId, projectId, claim.reviewId);
  return claim;
}
