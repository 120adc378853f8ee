import type { Actor } from "#lib/domain/access/actions.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { type Candidate, chooseNext } from "#lib/domain/review/queue-order.ts";
import type { Working } from "#lib/domain/review/working.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { plantedFor } from "#lib/server/planted/offer.ts";
import { foundBy } from "#lib/server/records/found-by.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { alongWalk, behind, lanes, type Place, placeOf, walkOf } from "#lib/server/records/walk.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Claim, takeSlot } from "./claim.ts";
import { claimable } from "./claimable.ts";
import { freeExpiredClaims, giveBackUnwritten } from "./give-back.ts";
import { requireReviewer } from "./reviewer.ts";
import { loadWorking } from "./working.ts";

/** How many of the next records are looked at to choose one of them. */
const window = 64;

/**
 * Claims the next record of what a person works through; claims of theirs under which nothing was written go back.
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
  const working = await loadWorking(userId, projectId);
  const place = past === null ? null : await placeOf(projectId, past);
  const last = working.order === "interleaved" ? await lastSeverity(userId) : null;
  for (const planted of await plantedFor(projectId, userId, { draw, where: foundBy(working.filter) })) {
    const claim = await tryToClaim(planted, userId, { wait: false });
    if (claim) return keepOnly(claim, userId, projectId);
  }
  const candidates = await offered(projectId, userId, working, place);
  const order = { past: place?.id ?? null, last };
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

/** The next records of the queue: behind a place in it, or from its beginning where nothing is left behind that. */
async function offered(
  projectId: string,
  userId: string,
  { order, filter }: Working,
  past: Place | null,
): Promise<Candidate[]> {
  const { held } = await limitsOf(userId, projectId);
  const walk = walkOf(order);
  const fits = [foundBy(filter), ...(past ? [behind(walk, past)] : [])];
  const along = (lane: Prisma.Sql, limit: number) =>
    claimable(projectId, userId, { held, where: Prisma.join([lane, ...fits], " and "), limit, walk });
  const queue =
    order === "interleaved"
      ? Prisma.sql`(${along(lanes.grave, window / 2)}) union all (${along(lanes.gentle, window / 2)})`
      : along(Prisma.sql`true`, window);
  const found = await db.$queryRaw<Candidate[]>(
    Prisma.sql`select c.id as "recordId", c.severity, c.begun from (${queue}) c order by ${alongWalk(walk, "c")}`,
  );
  return found.length > 0 || past === null ? found : offered(projectId, userId, { order, filter }, null);
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
