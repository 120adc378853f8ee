import { createHmac } from "node:crypto";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { openStatuses } from "#lib/domain/record/status.ts";
import { batchLimit } from "#lib/domain/review/batch.ts";
import { orderOfWalk, type QueueFilter, type QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { type Candidate, chooseNext } from "#lib/domain/review/queue-order.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { plantedFor } from "#lib/server/planted/offer.ts";
import { fits } from "#lib/server/records/fits.ts";
import { readFound } from "#lib/server/records/found-by.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { alongWalk, type Lane, type Place, placeOf, walkOf } from "#lib/server/records/walk.ts";
import { secretFor } from "#lib/server/secret.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Claim, takeSlot } from "./claim.ts";
import { claimable } from "./claimable.ts";
import { freeExpiredClaims, giveBackUnwritten } from "./give-back.ts";
import { requireReviewer } from "./reviewer.ts";
import { loadWorking } from "./working.ts";

/** How many of the next records are looked at to choose one of them. */
const window = 64;
/** Reviews are sorted by their claim. Drafts wait, so the one submitted last need not be the one claimed last. */
const claimsOfLate = 16;

type Way = { past?: string | null; draw?: number };

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
  { past = null, draw }: Way = {},
): Promise<Claim | null> {
  const { userId } = await requireReviewer(actor, projectId);
  await freeExpiredClaims();
  const last = await lastSeverity(userId);
  const { planted, candidates, order } = await prospectsOf(userId, projectId, { past, draw, last });
  for (const one of planted) {
    const claim = await tryToClaim(one, userId, { wait: false });
    if (claim) return keepOnly(claim, userId, projectId);
  }
  const claim =
    (await claimOneOf(candidates, order, userId, { wait: false })) ??
    // A record that somebody was just claiming may have another slot.
    (await claimOneOf(candidates, order, userId, { wait: true }));
  if (claim) return keepOnly(claim, userId, projectId);
  await giveBackUnwritten(userId, projectId, null);
  return null;
}

/**
 * Id of the record that `nextRecord` would claim once the one at hand is done, if nobody else claims it before.
 * Claims nothing. The caller has authorized.
 */
export async function likelyNext(userId: string, projectId: string, past: string): Promise<string | null> {
  const atHand = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref: past } },
    select: { severity: true },
  });
  if (!atHand) return null;
  const last = atHand.severity;
  const { planted, candidates, order } = await prospectsOf(userId, projectId, { past, last });
  return planted[0] ?? chooseNext(candidates, order)?.recordId ?? null;
}

/** What could be claimed next: planted ones, if it is their turn, then those of the queue. */
async function prospectsOf(
  userId: string,
  projectId: string,
  { past = null, draw = drawAfter(userId, projectId, past), last }: Way & { last: Severity | null },
) {
  const working = await loadWorking(userId, projectId);
  const { batch } = working;
  const place = past === null ? null : await placeOf(projectId, past);
  const at = place?.id ?? null;
  const isInterleaved = batch === null && working.order === "interleaved";
  return {
    planted: await plantedFor(projectId, userId, { draw, past: at, where: fits(working.filter) }),
    candidates:
      batch === null
        ? await offered(projectId, userId, { order: orderOfWalk(working), filter: working.filter }, place)
        : await offeredInBatch(projectId, userId, batch, at),
    order: { past: at, last: isInterleaved ? last : null },
  };
}

/** A number from 0 up to 1 that nobody outside can foresee, and that is the same each time a person goes on from a record. */
function drawAfter(userId: string, projectId: string, past: string | null): number {
  const drawn = createHmac("sha256", secretFor("planted")).update(`${userId} ${projectId} ${past ?? ""}`);
  return drawn.digest().readUInt32BE() / 2 ** 32;
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
  { order, filter }: { order: QueueOrder; filter: QueueFilter },
  past: Place | null,
): Promise<Candidate[]> {
  const { held } = await limitsOf(userId, projectId);
  const walk = walkOf(order);
  const list = { projectId, statuses: openStatuses, filter, walk, place: past };
  const along = (limit: number, lane?: Lane) =>
    readFound({ ...list, lane }, limit, (which) =>
      db.$queryRaw<Candidate[]>(
        Prisma.sql`select c.id as "recordId", c.severity, c.begun
          from (${claimable(projectId, userId, { held, walk, ...which })}) c order by ${alongWalk(walk, "c")}`,
      ),
    );
  const found =
    order === "interleaved"
      ? byAge((await Promise.all([along(window / 2, "grave"), along(window / 2, "gentle")])).flat())
      : await along(window);
  return found.length > 0 || past === null ? found : offered(projectId, userId, { order, filter }, null);
}

const byAge = (candidates: readonly Candidate[]) =>
  candidates.toSorted((one, other) => (one.recordId < other.recordId ? -1 : 1));

/** The records of a batch in its own order: behind one of them, and then from its beginning. */
async function offeredInBatch(
  projectId: string,
  userId: string,
  batchId: string,
  past: string | null,
): Promise<Candidate[]> {
  const { held } = await limitsOf(userId, projectId);
  const where = Prisma.sql`r.batch_id = ${batchId}::uuid`;
  return db.$queryRaw<Candidate[]>(
    Prisma.sql`select c.id as "recordId", c.severity, c.begun
      from (${claimable(projectId, userId, { held, where, limit: batchLimit })}) c
      join batch_items i on i.batch_id = ${batchId}::uuid and i.record_id = c.id
      order by i.place <= coalesce((select place from batch_items where batch_id = ${batchId}::uuid and record_id = ${past}::uuid), 0),
        i.place`,
  );
}

/** Severity of what this person submitted or skipped last, among what they claimed of late. */
async function lastSeverity(userId: string): Promise<Severity | null> {
  const reviews = await db.review.findMany({
    where: { reviewerId: userId, status: { in: ["submitted", "skipped"] } },
    orderBy: { id: "desc" },
    take: claimsOfLate,
    select: { submittedAt: true, round: { select: { record: { select: { severity: true } } } } },
  });
  const [last] = reviews.sort((a, b) => Number(b.submittedAt) - Number(a.submittedAt));
  return last?.round.record.severity ?? null;
}
