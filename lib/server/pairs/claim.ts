import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { pairRoomStrings } from "#lib/domain/strings/pair-room.ts";
import { db } from "#lib/server/database/client.ts";
import { noteExposure } from "#lib/server/exposure/note.ts";
import { HeldBackToday, serve } from "#lib/server/exposure/serve.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** More than this are not counted. */
export const countedPairs = 1_000;

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

/** How many pairs wait for a person; no more than `countedPairs`. */
export async function countWaitingPairs(projectId: string, userId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from (
    select from pairs x where ${waitsFor(projectId, userId)} limit ${countedPairs}) as waiting`;
  return counted?.n ?? 0;
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
    const claimed =
      (beyond && (await claimWhere(tx, projectId, userId, beyond))) ??
      (await claimWhere(tx, projectId, userId, before));
    if (claimed) await give(tx, projectId, userId, claimed.id);
    // What is locked is being claimed in another tab, or by somebody else: waiting for it, two could wait in a circle.
    await tx.$executeRaw`update pairs set claimed_by_id = null, claim_expires_at = null where id in (
      select id from pairs where claimed_by_id = ${userId}::uuid and status = 'proposed'
        and project_id = ${projectId}::uuid and id is distinct from ${claimed?.id ?? null}::uuid for update skip locked)`;
    return claimed;
  });
}

/**
 * Claims one pair that is free.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where somebody else has it or it was judged
 */
export async function claimPair(
  actor: Actor,
  { projectId, pairId }: { projectId: string; pairId: string },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$transaction(async (tx) => {
    const claimed = await claimWhere(tx, projectId, userId, Prisma.sql`x.id = ${pairId}::uuid`);
    if (!claimed) throw new Refused("conflict", pairRoomStrings.taken);
    await give(tx, projectId, userId, pairId);
  });
}

/** Bad reasoning is what it is, whatever the prompt: a pair counts as of high severity. */
async function give(
  tx: Prisma.TransactionClient,
  projectId: string,
  userId: string,
  id: string,
): Promise<void> {
  const { prompt } = await tx.pair.findUniqueOrThrow({
    where: { id },
    select: { prompt: { select: { category: true } } },
  });
  const subject = { id, projectId, severity: "high" as const, category: prompt.category };
  const because = await serve(tx, userId, subject);
  if (because) throw new HeldBackToday({ because, severity: "high" });
  // Whoever has text blurred is asked before, by the list that they start from: on the page of a pair nothing is blurred.
  await noteExposure(tx, { ...subject, subjectId: id, userId, seconds: 0 });
}

/** Assignments to a pair: it is this person's for as long as claims of the project last. */
export function heldBy(userId: string, projectId: string): Prisma.Sql {
  return Prisma.sql`claimed_by_id = ${userId}::uuid, claim_expires_at = now() + make_interval(
    mins => (select claim_minutes from projects where id = ${projectId}::uuid))`;
}

async function claimWhere(
  tx: Prisma.TransactionClient,
  projectId: string,
  userId: string,
  where: Prisma.Sql,
): Promise<{ id: string } | null> {
  const [claimed] = await tx.$queryRaw<{ id: string }[]>`
    update pairs set ${heldBy(userId, projectId)} where id = (
      select x.id from pairs x where ${waitsFor(projectId, userId)} and ${where}
      order by x.id limit 1 for update skip locked
    ) returning id`;
  return claimed ?? null;
}
