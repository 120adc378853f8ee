import type { Actor } from "#lib/domain/access/actions.ts";
import { NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import { Refused } from "#lib/domain/errors.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { seal } from "#lib/server/secret.ts";

/**
 * Adds an endpoint as version 1.
 *
 * @throws Refused `forbidden`; `conflict` where the name is taken
 * @throws ZodError where the input was not parsed before
 */
export async function createEndpoint(actor: Actor, input: NewEndpoint): Promise<{ id: string }> {
  authorizeInstallation(actor, "endpoints.manage");
  const { name, version, limits, key, projectIds } = NewEndpoint.parse(input);
  const id = uuid7();
  try {
    await db.$transaction(async (tx) => {
      await tx.endpoint.create({
        data: {
          id,
          name,
          ...limits,
          sealedKey: key === null ? null : seal(key, id),
          versions: { create: { version: 1, ...version } },
          grants: { create: projectIds.map((projectId) => ({ projectId })) },
        },
      });
      await appendAudit(tx, {
        actor,
        action: "endpoint.add",
        objectKind: "endpoint",
        objectId: id,
        detail: {
          name,
          provider: version.provider,
          model: version.model,
          projects: projectIds.length,
          withKey: key !== null,
        },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", endpointStrings.nameTaken(name));
    throw error;
  }
  return { id };
}
