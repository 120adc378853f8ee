import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { HeldBecause } from "#lib/domain/exposure/held.ts";
import { isOpen } from "#lib/domain/record/status.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { isHeldForOthers } from "#lib/server/batches/held.ts";
import { db } from "#lib/server/database/client.ts";
import { serve } from "#lib/server/exposure/serve.ts";
import { subjectOf } from "#lib/server/exposure/subject.ts";
import { findRecordId } from "#lib/server/records/find.ts";
import { type LockedRecord, lockRecord } from "#lib/server/records/lock.ts";
import { currentRound, openRound, type Round } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { asksScores } from "./asks-scores.ts";
import { showWhetherClaimed } from "./claimed-status.ts";
import { giveBackUnwritten } from "./give-back.ts";
import { requireReviewer } from "./reviewer.ts";

type Tx = Prisma.TransactionClient;

/** A claim: whose review it is and until when it holds without a sign of life. */
export type Claim = { reviewId: string; ref: string; until: Date };

/** Why a record cannot be claimed. */
export type NoClaim = "assigned" | "taken" | "closed" | "submitted" | HeldBecause;

/**
 * Claims a named record for review, or renews a claim. Who skipped it before takes the skip back by this.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where no slot is free, it is no longer to be reviewed, or it
 *   is held back from them today
 */
export async function claimRecord(actor: Actor, projectId: string, ref: string): Promise<Claim> {
  const { userId } = await requireReviewer(actor, projectId);
  const recordId = await findRecordId(projectId, ref);
  const claim = await db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    return record ? takeSlot(tx, record, userId) : "closed";
  });
  if (typeof claim === "string") throw new Refused("conflict", reviewStrings.noClaim[claim]);
  await giveBackUnwritten(userId, projectId, claim.reviewId);
  return claim;
}

/**
 * Takes a free slot of the record's open round for a person, or renews the one they have. The caller holds the
 * record's lock, which makes people take turns; the unique index over round and slot is what guarantees it.
 */
export async function takeSlot(tx: Tx, record: LockedRecord, userId: string): Promise<Claim | NoClaim> {
  const round = await roundToReview(tx, record);
  if (!round) return "closed";
  await tx.review.updateMany({
    where: { roundId: round.id, slot: { not: null }, submittedAt: null, claimExpiresAt: { lte: new Date() } },
    data: { slot: null, claimExpiresAt: null },
  });
  const reviews = await tx.review.findMany({
    where: { roundId: round.id, withdrawnAt: null, afterReveal: false },
    select: { id: true, reviewerId: true, slot: true, status: true },
  });
  const own = reviews.find(({ reviewerId }) => reviewerId === userId);
  if (own?.status === "submitted") return "submitted";
  if (!own && (await isHeldForOthers(tx, record.id, userId))) return "assigned";
  const slot = own?.slot ?? freeSlot(round.slots, reviews);
  if (slot === null) return "taken";
  if (!own?.slot) {
    const because = await serve(tx, userId, await subjectOf(tx, record.id));
    if (because) return because;
  }

  const until = await claimEnd(tx, record.projectId);
  const claim = { slot, claimExpiresAt: until };
  if (own?.status === "skipped") await withdraw(tx, own.id);
  const { id } =
    own && own.status !== "skipped"
      ? await tx.review.update({ where: { id: own.id }, data: claim, select: { id: true } })
      : await begin(
          tx,
          { roundId: round.id, reviewerId: userId, asksScores: await asksScores(tx, round), ...claim },
          round.baseRevisionId,
        );
  await showWhetherClaimed(tx, record.id);
  return { reviewId: id, ref: record.ref, until };
}

/** Until when a claim holds that shows a sign of life now. */
export async function claimEnd(tx: Tx, projectId: string): Promise<Date> {
  const { claimMinutes } = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { claimMinutes: true },
  });
  return new Date(Date.now() + claimMinutes * 60_000);
}

/**
 * The round that is open for review; null where none is. A stale record gets a new one under the policies in
 * force: nobody judges by policies that were replaced.
 */
async function roundToReview(tx: Tx, record: LockedRecord): Promise<Round | null> {
  if (!isOpen(record.status)) return null;
  const round = await currentRound(tx, record.id);
  if (record.status === "stale" && (!round || round.closedAt || (await isOutdated(tx, round, record)))) {
    return openRound(tx, { recordId: record.id, baseRevisionId: record.headRevisionId });
  }
  return round?.closedAt === null ? round : null;
}

/** Whether policies were published since a round was opened. */
export async function isOutdated(tx: Tx, round: Round, { projectId }: LockedRecord): Promise<boolean> {
  const newest = await tx.policySet.findFirst({
    where: { projectId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return newest !== null && newest.id !== round.policySetId;
}

function freeSlot(slots: number, reviews: readonly { slot: number | null }[]): number | null {
  const taken = new Set(reviews.map(({ slot }) => slot));
  const free = Array.from({ length: slots }, (_, index) => index + 1).find((slot) => !taken.has(slot));
  return free ?? null;
}

/** Takes back a submitted or skipped review: it stays, marked, and leaves room for a new one. */
export async function withdraw(tx: Tx, reviewId: string): Promise<void> {
  await tx.review.update({
    where: { id: reviewId },
    data: { withdrawnAt: new Date() },
    select: { id: true },
  });
}

/** Begins a review, with what the same person had written about the same text and not submitted for good. */
async function begin(
  tx: Tx,
  data: Prisma.ReviewUncheckedCreateInput & { reviewerId: string },
  baseRevisionId: string,
): Promise<{ id: string }> {
  const written = await tx.draft.findFirst({
    where: {
      baseRevisionId,
      erasureId: null,
      review: {
        reviewerId: data.reviewerId,
        OR: [{ status: { not: "submitted" } }, { withdrawnAt: { not: null } }],
      },
    },
    orderBy: { updatedAt: "desc" },
    select: { content: true },
  });
  return tx.review.create({
    data: {
      ...data,
      status: written ? "draft" : "pending",
      ...(written && { draft: { create: { baseRevisionId, content: written.content ?? {} } } }),
    },
    select: { id: true },
  });
}
