import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type BlindAnswer, judge, type PairDecision, sideNamed } from "#lib/domain/pair/judge.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { db } from "#lib/server/database/client.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { heldBy } from "./claim.ts";
import { lockPair } from "./find.ts";
import { firstSide } from "./first-side.ts";

/** A pair of a project that the caller was let into. */
type Place = { projectId: string; pairId: string };

/**
 * Stores which side a person found better, before they are told which is which. A second answer changes nothing: a person is
 * blind once.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the pair was judged, was not given to them, or is in somebody
 *   else's hands
 */
export async function answerPair(
  actor: Actor,
  { projectId, pairId, answer }: Place & { answer: BlindAnswer },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$transaction(async (tx) => {
    const { isGiven } = await lockOpen(tx, { projectId, pairId }, userId);
    // Its sides are shown to who answered: what is held back from somebody must not be had by answering unseen.
    if (!isGiven) throw new Refused("conflict", strings.claimFirst);
    const first = firstSide(pairId, userId);
    await tx.pairAnswer.createMany({
      data: { pairId, reviewerId: userId, first, better: sideNamed(answer, first) },
      skipDuplicates: true,
    });
    await holdOn(tx, projectId, pairId, userId);
  });
}

/**
 * Decides what becomes of a pair that the person has answered.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where it is not answered, was judged, or is in somebody else's hands
 */
export async function decidePair(
  actor: Actor,
  { projectId, pairId, decision }: Place & { decision: PairDecision },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$transaction(async (tx) => {
    const { origin } = await lockOpen(tx, { projectId, pairId }, userId);
    const answer = await tx.pairAnswer.findUnique({
      where: { pairId_reviewerId: { pairId, reviewerId: userId } },
      select: { id: true },
    });
    if (!answer) throw new Refused("conflict", strings.answerFirst);
    const { decision: stored, status, fault, flipped } = judge(origin, decision);
    await tx.pairDecision.create({
      data: {
        answerId: answer.id,
        kind: stored.kind,
        fault: stored.kind === "discard" ? stored.fault : null,
      },
    });
    await tx.pair.update({
      where: { id: pairId },
      data: { status, fault, flipped, claimedById: null, claimExpiresAt: null },
    });
  });
}

/**
 * Takes back the person's own decision, as long as it stands and no data set holds the pair. The answer stays, since they know
 * by now which side is which.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict`
 */
export async function undoPair(actor: Actor, { projectId, pairId }: Place): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$transaction(async (tx) => {
    const pair = await lockPair(tx, pairId, userId);
    const newest = await tx.pairDecision.findFirst({
      where: { answer: { pairId } },
      orderBy: { id: "desc" },
      select: { kind: true, answer: { select: { id: true, reviewerId: true } } },
    });
    const isOwn = newest?.answer.reviewerId === userId && newest.kind !== "undo";
    if (pair.projectId !== projectId || !newest || !isOwn)
      throw new Refused("conflict", strings.nothingToUndo);
    const items = await tx.snapshotItem.count({ where: { pairId }, take: 1 });
    if (items > 0) throw new Refused("conflict", strings.inDataSet);
    await tx.pairDecision.create({ data: { answerId: newest.answer.id, kind: "undo" } });
    await tx.pair.update({
      where: { id: pairId },
      data: { status: "proposed", fault: null, flipped: false },
    });
    await holdOn(tx, projectId, pairId, userId);
  });
}

async function lockOpen(tx: Prisma.TransactionClient, { projectId, pairId }: Place, userId: string) {
  const pair = await lockPair(tx, pairId, userId);
  if (pair.projectId !== projectId) throw new Refused("not_found", strings.none);
  if (pair.status !== "proposed") throw new Refused("conflict", strings.settled);
  if (pair.isTaken) throw new Refused("conflict", strings.taken);
  return pair;
}

/** The claim runs anew from each sign of life. */
async function holdOn(
  tx: Prisma.TransactionClient,
  projectId: string,
  pairId: string,
  userId: string,
): Promise<void> {
  await tx.$executeRaw`update pairs set ${heldBy(userId, projectId)} where id = ${pairId}::uuid`;
}
