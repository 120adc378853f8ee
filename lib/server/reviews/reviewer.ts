import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * The person behind an actor who may review in a project. The operator never may.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function requireReviewer(actor: Actor, projectId: string): Promise<PersonActor> {
  await authorize(actor, "records.review", { projectId });
  if (actor.kind !== "person") throw new Refused("forbidden", accessStrings.forbidden);
  return actor;
}

/** A review of one's own, and what it is of. */
export type OwnReview = { reviewId: string; userId: string; recordId: string; projectId: string };

/**
 * Finds a review of the actor's own. That of somebody else looks as if it did not exist.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function requireOwnReview(actor: Actor, reviewId: string): Promise<OwnReview> {
  const review = await db.review.findUnique({
    where: { id: reviewId },
    select: {
      reviewerId: true,
      kind: true,
      round: { select: { recordId: true, record: { select: { projectId: true } } } },
    },
  });
  if (review?.kind !== "review") throw new Refused("not_found", accessStrings.notFound);
  const { recordId, record } = review.round;
  const { userId } = await requireReviewer(actor, record.projectId);
  if (review.reviewerId !== userId) throw new Refused("not_found", accessStrings.notFound);
  return { reviewId, userId, recordId, projectId: record.projectId };
}
