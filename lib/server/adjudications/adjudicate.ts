import type { Actor } from "#lib/domain/access/actions.ts";
import { sayOpen } from "#lib/domain/adjudication/open.ts";
import { Refused } from "#lib/domain/errors.ts";
import { decideReview } from "#lib/domain/review/decide-review.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { findRecordId } from "#lib/server/records/find.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { currentRound, type Round } from "#lib/server/records/round.ts";
import { mintRevision, nextRevisionNumber } from "#lib/server/reviews/mint-revision.ts";
import { settleRound } from "#lib/server/reviews/settle.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { hasReviewed, requireAdjudicator } from "./adjudicator.ts";
import { type RoundReadings, readingsOf } from "./readings.ts";

type Tx = Prisma.TransactionClient;

/** A decision about a record whose reviews differ, as differences to what was given, like any review. */
export type Ruling = { ref: string; roundId: string; content: ReviewDraft };

/**
 * Decides a record whose reviews differ, in one transaction: a review of its own kind, its labels, a revision where
 * the text is not that of the base, and what follows for the record. Whoever reviewed it may not.
 *
 * @throws Refused `not_found`, `forbidden`; `invalid` where something is missing; `conflict` where somebody decided
 *   first or the record changed
 */
export async function adjudicate(
  actor: Actor,
  projectId: string,
  { ref, roundId, content }: Ruling,
): Promise<void> {
  const { userId } = await requireAdjudicator(actor, projectId);
  const recordId = await findRecordId(projectId, ref);
  await db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const round = await currentRound(tx, recordId);
    if (await hasReviewed(tx, recordId, userId)) throw new Refused("forbidden", strings.ownReview);
    const said =
      round?.id === roundId && record?.status === "needs_adjudication" ? await readingsOf(tx, roundId) : null;
    if (!round || !said || said.readings.some(({ submittedAt }) => canUndo(submittedAt, new Date()))) {
      throw new Refused("conflict", strings.nothingToDecide);
    }
    await letGo(tx, roundId, userId);
    const reviewId = await insert(tx, { round, said, content, userId });
    await settleRound(tx, round);
    await appendAudit(tx, {
      actor,
      projectId,
      action: "record.adjudicate",
      objectKind: "record",
      objectId: recordId,
      detail: { ref, reviewId },
    });
  });
}

/** Takes back what the adjudicator claimed or skipped in the round, so that one review of theirs stands in it. */
async function letGo(tx: Tx, roundId: string, reviewerId: string): Promise<void> {
  await tx.review.updateMany({
    where: { roundId, reviewerId, withdrawnAt: null, status: { not: "submitted" } },
    data: { withdrawnAt: new Date() },
  });
}

async function insert(
  tx: Tx,
  {
    round,
    said: { base, readings },
    content,
    userId,
  }: { round: Round; said: RoundReadings; content: ReviewDraft; userId: string },
): Promise<string> {
  const open = sayOpen(content, base, readings);
  if (open !== null) throw new Refused("invalid", open);
  const number = await nextRevisionNumber(tx, round.recordId);
  const { labels, scores: _, content: text, ...ruling } = decideReview(content, base, number);
  const revisionId = await mintRevision(tx, { content: text, round, number, userId });
  const { id } = await tx.review.create({
    data: {
      roundId: round.id,
      reviewerId: userId,
      kind: "adjudication",
      status: "submitted",
      submittedAt: new Date(),
      revisionId,
      ...ruling,
      draft: { create: { baseRevisionId: round.baseRevisionId, content } },
    },
    select: { id: true },
  });
  await tx.label.createMany({
    data: labels.map((label) => ({ ...label, revisionId: round.baseRevisionId, reviewId: id })),
  });
  return id;
}
