import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { decideReview } from "#lib/domain/review/decide-review.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import { noteRecordSeen } from "#lib/server/exposure/note.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { currentRound, type Round } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { isOutdated, takeSlot } from "./claim.ts";
import { mintRevision, nextRevisionNumber } from "./mint-revision.ts";
import { requireOwnReview } from "./reviewer.ts";
import { type DraftSave, storeDraft } from "./save-draft.ts";
import { settleRound } from "./settle.ts";

type Tx = Prisma.TransactionClient;

/**
 * Submits a review as it is on the screen, in one transaction: the draft is stored and the review frozen, its
 * labels and scores are inserted, a changed text becomes a revision on the reviewer's own branch, and the record goes where
 * the reviews of its round lead it. Submitting what is submitted already changes nothing.
 *
 * @param seen seconds for which the record could be read since the last report
 * @throws Refused `not_found`, `forbidden`; `invalid` where something is missing; `conflict` where the draft was
 *   saved elsewhere since, the claim is lost, or the record changed meanwhile. The draft stays.
 */
export async function submitReview(
  actor: Actor,
  save: DraftSave,
  seen: number | null = null,
): Promise<{ ref: string }> {
  const { reviewId, recordId, userId } = await requireOwnReview(actor, save.reviewId);
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const round = await currentRound(tx, recordId);
    const review = await tx.review.findUniqueOrThrow({ where: { id: reviewId } });
    if (!record || !round) throw new Refused("conflict", reviewStrings.noClaim.closed);
    if (review.status === "submitted" && review.withdrawnAt === null) return { ref: record.ref };
    if (review.status !== "pending" && review.status !== "draft") {
      throw new Refused("conflict", reviewStrings.noClaim.submitted);
    }
    if (record.status === "stale" && (await isOutdated(tx, round, record))) {
      throw new Refused("conflict", reviewStrings.noClaim.policy_changed);
    }
    if (round.id !== review.roundId) throw new Refused("conflict", reviewStrings.noClaim.closed);
    const claim = await takeSlot(tx, record, userId);
    if (typeof claim === "string") throw new Refused("conflict", reviewStrings.noClaim[claim]);

    await storeDraft(tx, save);
    const { asksScores } = review;
    await freeze(tx, { reviewId, userId, round, draft: save.content, asksScores });
    await settleRound(tx, round);
    await noteRecordSeen(tx, { userId, recordId, seconds: seen ?? 0 });
    return { ref: record.ref };
  });
}

/** Makes the review final: its answers, its labels and scores, and a revision where text was changed. */
async function freeze(
  tx: Tx,
  {
    reviewId,
    userId,
    round,
    draft,
    asksScores,
  }: { reviewId: string; userId: string; round: Round; draft: DraftSave["content"]; asksScores: boolean },
): Promise<void> {
  const base = await tx.revision.findUniqueOrThrow({
    where: { id: round.baseRevisionId },
    select: contentSelection,
  });
  const given = contentOf(base);
  if (!given) throw new Refused("conflict", reviewStrings.erased);
  const number = await nextRevisionNumber(tx, round.recordId);
  const { project } = await tx.record.findUniqueOrThrow({
    where: { id: round.recordId },
    select: { project: { select: { stopAtFirstFlaw: true } } },
  });
  const submission = decideReview(draft, given, number, { ...project, asksScores });
  const revisionId = await mintRevision(tx, { content: submission.content, round, number, userId });
  await tx.review.update({
    where: { id: reviewId },
    data: {
      status: "submitted",
      decision: submission.decision,
      reasoning: submission.reasoning,
      responseVerdict: submission.responseVerdict,
      note: submission.note,
      noteKind: submission.noteKind,
      noteAbout: submission.noteAbout,
      revisionId,
      claimExpiresAt: null,
      submittedAt: new Date(),
    },
    select: { id: true },
  });
  await tx.label.createMany({
    data: submission.labels.map((label) => ({ ...label, revisionId: round.baseRevisionId, reviewId })),
  });
  await tx.score.createMany({
    data: submission.scores.map((score) => ({ ...score, revisionId: round.baseRevisionId, reviewId })),
  });
}
