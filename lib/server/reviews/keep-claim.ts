import type { Actor } from "#lib/domain/access/actions.ts";
import type { ClaimState } from "#lib/domain/review/saved-draft.ts";
import { db } from "#lib/server/database/client.ts";
import { noteRecordSeen } from "#lib/server/exposure/note.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { currentRound } from "#lib/server/records/round.ts";
import { isOutdated, takeSlot } from "./claim.ts";
import { requireOwnReview } from "./reviewer.ts";

/**
 * A sign of life: a claim holds on, and one that ran out is taken anew if its slot is free.
 *
 * @param seen seconds for which the record could be read since the last report; null while it is blurred
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function heartbeat(
  actor: Actor,
  reviewId: string,
  seen: number | null = null,
): Promise<ClaimState> {
  const review = await requireOwnReview(actor, reviewId);
  if (seen !== null) await noteRecordSeen(db, { ...review, seconds: seen });
  return keepClaim(actor, review);
}

/**
 * Notes for how long a record could be read since the last report, as its page goes out of sight. The claim stays as it is.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function noteReviewSeen(actor: Actor, reviewId: string, seen: number): Promise<void> {
  const review = await requireOwnReview(actor, reviewId);
  await noteRecordSeen(db, { ...review, seconds: seen });
}

/** The same for a review that is known to be the actor's own. */
export async function keepClaim(
  actor: Actor,
  { recordId, reviewId }: { recordId: string; reviewId: string },
): Promise<ClaimState> {
  if (actor.kind !== "person") return { lost: "closed" };
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const round = await currentRound(tx, recordId);
    const review = await tx.review.findUniqueOrThrow({ where: { id: reviewId } });
    if (review.status === "submitted" || review.status === "skipped") return { lost: "submitted" };
    if (record?.status === "superseded" || record?.status === "withdrawn") return { lost: record.status };
    if (!record || !round || round.id !== review.roundId) return { lost: "closed" };
    if (record.status === "stale" && (await isOutdated(tx, round, record))) return { lost: "policy_changed" };
    const claim = await takeSlot(tx, record, actor.userId);
    return typeof claim === "string" ? { lost: claim } : { until: claim.until.toISOString() };
  });
}
