import type { Actor } from "#lib/domain/access/actions.ts";
import { db } from "#lib/server/database/client.ts";
import { noteRecordSeen } from "#lib/server/exposure/note.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { showWhetherClaimed } from "./claimed-status.ts";
import { requireOwnReview } from "./reviewer.ts";

type Tx = Prisma.TransactionClient;

/** Frees the slots of all claims that ran out, in every project. Drafts stay with their reviews. */
export async function freeExpiredClaims(): Promise<void> {
  await freeSlots(Prisma.sql`v.claim_expires_at <= now()`);
}

/**
 * Gives back a person's claims in a project under which nothing was written.
 *
 * @param except id of a review whose claim stays
 */
export async function giveBackUnwritten(
  userId: string,
  projectId: string,
  except: string | null,
): Promise<void> {
  await freeSlots(
    Prisma.sql`v.reviewer_id = ${userId}::uuid and v.status = 'pending' and v.id is distinct from ${except}::uuid
      and r.project_id = ${projectId}::uuid`,
  );
}

/**
 * Gives back a claim of one's own, as when its tab is closed. What was written stays.
 *
 * @param seen seconds for which the record could be read since the last report; null where it was blurred
 * @throws Refused `not_found`, `forbidden`
 */
export async function releaseClaim(
  actor: Actor,
  reviewId: string,
  seen: number | null = null,
): Promise<void> {
  const review = await requireOwnReview(actor, reviewId);
  if (seen !== null) await noteRecordSeen(db, { ...review, seconds: seen });
  await freeSlots(Prisma.sql`v.id = ${reviewId}::uuid`);
}

/**
 * Frees one claim, or all that a person holds, of records and of pairs, whoever asks. What was written stays.
 *
 * @param also done in the transaction of each
 * @returns how many there were of records
 */
export async function freeClaims(
  of: { reviewId: string } | { userId: string; projectId?: string },
  also?: (tx: Tx) => Promise<void>,
): Promise<number> {
  if ("reviewId" in of) return freeSlots(Prisma.sql`v.id = ${of.reviewId}::uuid`, { wait: true, also });
  const inProject =
    of.projectId === undefined ? Prisma.sql`true` : Prisma.sql`r.project_id = ${of.projectId}::uuid`;
  await db.pair.updateMany({
    where: { claimedById: of.userId, projectId: of.projectId, status: "proposed" },
    data: { claimedById: null, claimExpiresAt: null },
  });
  return freeSlots(Prisma.sql`v.reviewer_id = ${of.userId}::uuid and ${inProject}`, { wait: true, also });
}

/** @param wait false leaves out records that somebody else is busy with: who claims them frees what ran out */
async function freeSlots(
  which: Prisma.Sql,
  { wait = false, also }: { wait?: boolean; also?: (tx: Tx) => Promise<void> } = {},
): Promise<number> {
  const claims = Prisma.sql`reviews v join review_rounds o on o.id = v.round_id join records r on r.id = o.record_id
    where v.slot is not null and v.submitted_at is null and ${which}`;
  const claimed = await db.$queryRaw<{ recordId: string }[]>(
    Prisma.sql`select distinct r.id as "recordId" from ${claims}`,
  );
  let freed = 0;
  for (const { recordId } of claimed) {
    await db.$transaction(async (tx) => {
      if (!(await lockRecord(tx, recordId, { wait }))) return;
      const n = await tx.$executeRaw(Prisma.sql`update reviews set slot = null, claim_expires_at = null
        where id in (select v.id from ${claims} and r.id = ${recordId}::uuid)`);
      await showWhetherClaimed(tx, recordId);
      if (n > 0) await also?.(tx);
      freed += n;
    });
  }
  return freed;
}
