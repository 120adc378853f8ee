import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { HeldClaim } from "#lib/domain/review/batch.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { batchStrings } from "#lib/domain/strings/batches.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { freeClaims, freeExpiredClaims } from "./give-back.ts";

/** How many are listed, oldest first. */
const listed = 100;

/**
 * Who holds a claim in a project at this moment. Not of which record: a lead who may review it is not told who else is
 * at work on it.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadHeldClaims(actor: Actor, projectId: string): Promise<HeldClaim[]> {
  await authorize(actor, "records.assign", { projectId });
  await freeExpiredClaims();
  const claims = await db.review.findMany({
    where: { slot: { not: null }, submittedAt: null, withdrawnAt: null, round: { record: { projectId } } },
    orderBy: { id: "asc" },
    take: listed,
    select: { id: true, createdAt: true, claimExpiresAt: true, reviewer: { select: { name: true } } },
  });
  return claims.map(({ id, createdAt, claimExpiresAt, reviewer }) => ({
    reviewId: id,
    name: reviewer.name,
    since: createdAt.toISOString(),
    until: (claimExpiresAt ?? createdAt).toISOString(),
  }));
}

/**
 * Frees somebody's claim. What they wrote stays, and their page takes the claim anew if nobody else does.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where it is over already
 */
export async function freeClaim(actor: Actor, projectId: string, reviewId: string): Promise<void> {
  await authorize(actor, "records.assign", { projectId });
  const review = await db.review.findFirst({
    where: { id: reviewId, round: { record: { projectId } } },
    select: { reviewerId: true },
  });
  if (!review) throw new Refused("not_found", accessStrings.notFound);
  const freed = await freeClaims({ reviewId }, (tx) =>
    appendAudit(tx, {
      actor,
      projectId,
      action: "claim.free",
      objectKind: "person",
      objectId: review.reviewerId,
      detail: { reviewId },
    }),
  );
  if (freed === 0) throw new Refused("conflict", batchStrings.claimOver);
}
