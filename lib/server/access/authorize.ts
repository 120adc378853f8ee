import type { Actor, InstallationAction, ProjectAction, ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Passes if the actor may do this to an object of this project, else throws. Every read and write of the
 * server goes through here; roles come from the database on every call, so a change holds at once.
 *
 * @param object the project that the object belongs to (the object's own column, never the request's word)
 * @returns the actor's role in the project; null for the operator and for admins who are no members
 * @throws Refused `not_found` to people who are no members (they learn nothing of what exists), else `forbidden`
 */
export async function authorize(
  actor: Actor,
  action: ProjectAction,
  object: { projectId: string },
): Promise<ProjectRole | null> {
  const role = await roleIn(actor, object.projectId);
  if (can(actor, action, role)) return role;
  if (role === null) throw new Refused("not_found", accessStrings.notFound);
  throw new Refused("forbidden", accessStrings.forbidden);
}

/**
 * The same for what belongs to the installation.
 *
 * @throws Refused `forbidden`
 */
export function authorizeInstallation(actor: Actor, action: InstallationAction): void {
  if (!can(actor, action, null)) throw new Refused("forbidden", accessStrings.forbidden);
}

async function roleIn(actor: Actor, projectId: string): Promise<ProjectRole | null> {
  if (actor.kind === "operator") return null;
  const membership = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId: actor.userId } },
    select: { role: true },
  });
  return membership?.role ?? null;
}
