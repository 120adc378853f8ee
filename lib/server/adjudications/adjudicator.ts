import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { standing } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/**
 * The person behind an actor who may adjudicate in a project. The operator never may.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function requireAdjudicator(actor: Actor, projectId: string): Promise<PersonActor> {
  await authorize(actor, "records.adjudicate", { projectId });
  if (actor.kind !== "person") throw new Refused("forbidden", accessStrings.forbidden);
  return actor;
}

/** Whether a person reviewed a record, in whatever round: then somebody else has to decide. A trigger says so too. */
export async function hasReviewed(
  tx: Pick<Prisma.TransactionClient, "review">,
  recordId: string,
  reviewerId: string,
): Promise<boolean> {
  const own = { reviewerId, kind: "review", round: { recordId } } as const;
  return (await tx.review.count({ where: { ...own, ...standing } })) > 0;
}
