import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { lockEndpoint } from "./find.ts";

/**
 * Opens an endpoint to a project. Granting twice changes nothing.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` if it is archived
 */
export async function grantEndpoint(actor: Actor, id: string, projectId: string): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  await db.$transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const project = await tx.project.findUnique({ where: { id: projectId }, select: { id: true } });
    if (!project) throw new Refused("not_found", accessStrings.notFound);
    const { count } = await tx.endpointGrant.createMany({
      data: [{ endpointId: id, projectId }],
      skipDuplicates: true,
    });
    const object = { objectKind: "endpoint", objectId: id };
    if (count === 1) await appendAudit(tx, { actor, projectId, action: "endpoint.grant", ...object });
  });
}

/**
 * Closes it to a project for runs to come; runs that have their plan go on.
 *
 * @throws Refused `forbidden`
 */
export async function revokeEndpoint(actor: Actor, id: string, projectId: string): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  await db.$transaction(async (tx) => {
    const { count } = await tx.endpointGrant.deleteMany({ where: { endpointId: id, projectId } });
    const object = { objectKind: "endpoint", objectId: id };
    if (count === 1) await appendAudit(tx, { actor, projectId, action: "endpoint.revoke", ...object });
  });
}
