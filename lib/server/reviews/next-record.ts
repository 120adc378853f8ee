import type { Actor } from "#lib/domain/access/actions.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { type Candidate, chooseNext } from "#lib/domain/review/queue-order.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { plantedFor } from "#lib/server/planted/offer.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Claim, takeSlot } from "./claim.ts";
import { claimable } from "./claimable.ts";
import { freeExpiredClaims, giveBackUnwritten } from "./give-back.ts";
import { requireReviewer } from "./reviewer.ts";

/** How many of the next records are looked at to choose one of them. */
const window = 64;

/**
 * Claims the next record of the queue for a person; claims of theirs under which nothing was written go back.
 *
 * @param past ref of the record at hand, after which to go on; null at the start
 * @param draw a number from 0 up to 1: whether it is the turn of a planted one
 * @returns null where nothing waits for them
 * @throws Refused `not_found`, `forbidden`
 */
export async function nextRecord(
  actor: Actor,
  projectId: string,
  { past = null, draw = Math.random() }: { past?: string | null; draw?: number } = {},
): Promise<Claim | null> {
  const { userId } = await requireReviewer(actor, projectId);
  await freeExpiredClaims();
  const pastId = past && (await idOf(projectId, past));
  const last = await lastSeverity(userId);
  for (const planted of await plantedFor(projectId, userId, draw)) {
    const claim = await tryToClaim(planted, userId, { wait: false });
    if (claim) return keepOnly(claim, userId, projectId);
  }
  const candidates = await offered(projectId, userId, pastId);
  const order = { past: pastId, last };
  const claim =
    (await claimOneOf(candidates, order, userId, { wait: false })) ??
    // A record that somebody was just claiming may have another slot.
    (await claimOneOf(candidates, order, userId, { wait: true }));
  if (claim) return keepOnly(claim, userId, projectId);
  await giveBackUnwritten(userId, projectId, null);
  return null;
}

async function keepOnly(claim: Claim, userId: string, projectId: string): Promise<Claim> {
  await giveBackUnwritten(userId, projectId, claim.reviewId);
  return claim;
}

/** The first, in the order of the queue, of which a slot can be had. */
async function claimOneOf(
  candidates: readonly Candidate[],
  order: Parameters<typeof chooseNext>[1],
  userId: string,
  { wait }: { wait: boolean },
): Promise<Claim | null> {
  let left = candidates;
  for (let chosen = chooseNext(left, order); chosen; chosen = chooseNext(left, order)) {
    const { recordId } = chosen;
    const claim = await tryToClaim(recordId, userId, { wait });
    if (claim) return claim;
    left = left.filter((one) => one.recordId !== recordId);
  }
  return null;
}

/** @param wait false passes over what somebody else is claiming: two people who ask at once get two records */
function tryToClaim(recordId: string, userId: string, { wait }: { wait: boolean }): Promise<Claim | null> {
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId, { wait });
    const claim = record && (await takeSlot(tx, record, userId));
    return typeof claim === "string" ? null : claim;
  });
}

async function offered(projectId: string, userId: string, past: string | null): Promise<Candidate[]> {
  const { held } = await limitsOf(userId, projectId);
  const after = past ? Prisma.sql`r.id > ${past}::uuid` : Prisma.sql`true`;
  const found = await db.$queryRaw<Candidate[]>(
    Prisma.sql`select r.id as "recordId", r.severity, r.begun from (${claimable(projectId, userId, { held, where: after, limit: window })}) r`,
  );
  return found.length > 0 || past === null ? found : offered(projectId, userId, null);
}

async function idOf(projectId: string, ref: string): Promise<string | null> {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true },
  });
  return record?.id ?? null;
}

/** Severity of what this person submitted or skipped last. */
async function lastSeverity(userId: string): Promise<Severity | null> {
  const review = await db.review.findFirst({
    where: { reviewerId: userId, status: { in: ["submitted", "skipped"] } },
    orderBy: { id: "desc" },
    select: { round: { select: { record: { select: { severity: true } } } } },
  });
  return review?.round.record.severity ?? null;
}
