import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Level } from "#lib/domain/exposure/caps.ts";
import { pairRoomStrings } from "#lib/domain/strings/pair-room.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { HeldBackToday, serve } from "#lib/server/exposure/serve.ts";
import { pairSubject } from "#lib/server/exposure/subject.ts";
import { today } from "#lib/server/exposure/today.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** More than this are not counted. */
export const countedPairs = 1_000;

/** What a pair counts as towards the limits of a day. */
const pairLevel: Level = "high";

/**
 * SQL: whether a pair `x` waits for this person: proposed, whole, in nobody else's hands, and of no category that they opted
 * out of.
 */
function waitsFor(projectId: string, userId: string): Prisma.Sql {
  return Prisma.sql`x.project_id = ${projectId}::uuid and x.status = 'proposed'
    and (x.claim_expires_at is null or x.claim_expires_at <= now() or x.claimed_by_id = ${userId}::uuid)
    and not exists (select from prompts p where p.id = x.prompt_id and (p.erasure_id is not null
      or p.category = any (coalesce(
        (select c.opted_out from exposure_choices c where c.user_id = ${userId}::uuid), '{}'))))
    and not exists (select from revisions v where v.id in (x.selected_revision_id, x.rejected_revision_id)
      and v.erasure_id is not null)
    and not exists (select from turns t where t.deliberation_id = x.deliberation_id and t.seq = x.rejected_seq
      and t.erasure_id is not null)`;
}

/**
 * How many pairs a person could be given now, no more than `countedPairs`, and levels of which they have had their share
 * today. The caller has authorized.
 */
export async function countWaitingPairs(
  projectId: string,
  userId: string,
): Promise<{ waiting: number; held: readonly Level[] }> {
  const { levels: held } = (await limitsOf(userId, projectId)).held;
  // What they had before them today they may finish.
  const given = held.includes(pairLevel)
    ? Prisma.sql`exists (select from exposures e where e.user_id = ${userId}::uuid and e.day = ${today}
        and e.subject_id = x.id)`
    : Prisma.sql`true`;
  const [counted] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from (
    select from pairs x where ${waitsFor(projectId, userId)} and ${given} limit ${countedPairs}) as waiting`;
  return { waiting: counted?.n ?? 0, held: held.filter((level) => level === pairLevel) };
}

/**
 * Claims the next pair, oldest first, and gives back what else the person holds. Two people who ask at once get two pairs.
 *
 * @param past id of the pair to go on from; what is older comes after what is newer
 * @returns null where none waits
 * @throws Refused `not_found`, `forbidden`
 * @throws HeldBackToday where the person has read their share of the day
 */
export async function nextPair(
  actor: Actor,
  { projectId, past }: { projectId: string; past: string | null },
): Promise<{ id: string } | null> {
  const { userId } = await requireReviewer(actor, projectId);
  const beyond = past === null ? null : Prisma.sql`x.id > ${past}::uuid`;
  const before = past === null ? Prisma.sql`true` : Prisma.sql`x.id < ${past}::uuid`;
  return db.$transaction(async (tx) => {
    const found =
      (beyond && (await lockFree(tx, projectId, userId, beyond))) ??
      (await lockFree(tx, projectId, userId, before));
    await giveBack(tx, projectId, userId);
    if (found) await give(tx, projectId, userId, found.id);
    return found;
  });
}

/**
 * Claims one pair that is free, and gives back what else the person holds.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where somebody else has it or it was judged
 * @throws HeldBackToday where the person has read their share of the day
 */
export async function claimPair(
  actor: Actor,
  { projectId, pairId }: { projectId: string; pairId: string },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$transaction(async (tx) => {
    const found = await lockFree(tx, projectId, userId, Prisma.sql`x.id = ${pairId}::uuid`);
    if (!found) throw new Refused("conflict", pairRoomStrings.taken);
    await giveBack(tx, projectId, userId);
    await give(tx, projectId, userId, pairId);
  });
}

/** Assignments to a pair: it is this person's for as long as claims of the project last. */
export function heldBy(userId: string, projectId: string): Prisma.Sql {
  return Prisma.sql`claimed_by_id = ${userId}::uuid, claim_expires_at = now() + make_interval(
    mins => (select claim_minutes from projects where id = ${projectId}::uuid))`;
}

async function lockFree(
  tx: Prisma.TransactionClient,
  projectId: string,
  userId: string,
  where: Prisma.Sql,
): Promise<{ id: string } | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select x.id from pairs x where ${waitsFor(projectId, userId)} and ${where}
    order by x.id limit 1 for update skip locked`;
  return found ?? null;
}

/** What is locked is being claimed in another tab, or by somebody else: waiting for it, two could wait in a circle. */
async function giveBack(tx: Prisma.TransactionClient, projectId: string, userId: string): Promise<void> {
  await tx.$executeRaw`update pairs set claimed_by_id = null, claim_expires_at = null where id in (
    select id from pairs where claimed_by_id = ${userId}::uuid and status = 'proposed'
      and project_id = ${projectId}::uuid for update skip locked)`;
}

/** Asked before it is theirs: a claim under which nothing was read yet counts towards the limit. */
async function give(
  tx: Prisma.TransactionClient,
  projectId: string,
  userId: string,
  id: string,
): Promise<void> {
  const pair = await tx.pair.findUniqueOrThrow({
    where: { id },
    select: { id: true, projectId: true, prompt: { select: { category: true } } },
  });
  const subject = pairSubject(pair);
  const because = await serve(tx, userId, subject);
  if (because) throw new HeldBackToday({ because, severity: subject.severity });
  await tx.$executeRaw`update pairs set ${heldBy(userId, projectId)} where id = ${id}::uuid`;
}
