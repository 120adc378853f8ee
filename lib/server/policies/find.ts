import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/** A policy found for an actor who may do something with it. */
export type FoundPolicy = {
  id: string;
  projectId: string;
  number: number;
  archivedAt: Date | null;
};

/** Where a policy stands: a project and its number there. */
export type PolicyAddress = {
  projectId: string;
  number: number;
};

/**
 * Finds a policy by its number and authorizes.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findPolicy(
  actor: Actor,
  action: ProjectAction,
  { projectId, number }: PolicyAddress,
): Promise<FoundPolicy> {
  await authorize(actor, action, { projectId });
  const policy = await db.policy.findUnique({
    where: { projectId_number: { projectId, number } },
    select: { id: true, projectId: true, number: true, archivedAt: true },
  });
  if (!policy) throw new Refused("not_found", accessStrings.notFound);
  return policy;
}
