import {
  type Action,
  type Actor,
  type InstallationAction,
  installationActions,
  type ProjectAction,
  type ProjectRole,
  projectActions,
} from "#lib/domain/access/actions.ts";

/**
 * The one rule of access: may this actor do this, given the role it has in the object's project?
 *
 * Admins run the installation but read content only as members of its project. The operator (who holds the
 * database anyway) may do everything except review and adjudicate, since that must be some person's judgement.
 *
 * @param role the actor's role in the project that the object belongs to; null for none
 */
export function can(actor: Actor, action: Action, role: ProjectRole | null): boolean {
  if (actor.kind === "operator") return action !== "records.review" && action !== "records.adjudicate";
  if (isInstallationAction(action)) return actor.isAdmin;
  if (role === null) return actor.isAdmin && adminsMayWithoutMembership.has(action);
  return (projectActions[action] as readonly ProjectRole[]).includes(role);
}

/** Inviting people is an admin's work in every project; reading what is in it is not. */
const adminsMayWithoutMembership = new Set<ProjectAction>(["members.read", "members.manage"]);

function isInstallationAction(action: Action): action is InstallationAction {
  return (installationActions as readonly string[]).includes(action);
}
