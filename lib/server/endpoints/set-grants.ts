import type { Actor } from "#lib/domain/access/actions.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { grantEndpoint, revokeEndpoint } from "./grant.ts";

/**
 * Makes these the projects that may use an endpoint: grants what is new, revokes what is missing.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function setGrants(actor: Actor, id: string, projectIds: readonly string[]): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  const grants = await db.endpointGrant.findMany({ where: { endpointId: id }, select: { projectId: true } });
  const held = new Set(grants.map(({ projectId }) => projectId));
  const wanted = new Set(projectIds);
  for (const projectId of wanted.difference(held)) await grantEndpoint(actor, id, projectId);
  for (const projectId of held.difference(wanted)) await revokeEndpoint(actor, id, projectId);
}

/**
 * The projects that endpoints can be granted to, by name.
 *
 * @throws Refused `forbidden`
 */
export async function grantableProjects(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorizeInstallation(actor, "endpoints.manage");
  return db.project.findMany({ select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}
