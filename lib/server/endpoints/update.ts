import type { Actor } from "#lib/domain/access/actions.ts";
import {
  EndpointChange,
  type LimitsInput,
  originOf,
  type VersionInput,
} from "#lib/domain/endpoint/endpoint.ts";
import { Refused } from "#lib/domain/errors.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";
import type { EndpointVersion, Prisma } from "#prisma/generated/client.ts";
import { lockEndpoint } from "./find.ts";

/**
 * Changes name and limits in place; another URL, region, model or price becomes a new version, which runs started from
 * now on use. Another host clears the key, which was given for the old one.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the name is taken or it is archived; `invalid` for what
 *   cannot be changed of the rehearsal endpoint
 * @throws ZodError where the input was not parsed before
 */
export async function updateEndpoint(actor: Actor, id: string, input: EndpointChange): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  const change = EndpointChange.parse(input);
  try {
    await db.$transaction(async (tx) => {
      const { newest } = await lockEndpoint(tx, id);
      if (change.name !== undefined) await tx.endpoint.update({ where: { id }, data: { name: change.name } });
      if (change.limits) await changeLimits(tx, id, change.limits);
      const added = change.version ? await addVersion(tx, newest, change.version) : null;
      await appendAudit(tx, {
        actor,
        action: "endpoint.change",
        objectKind: "endpoint",
        objectId: id,
        detail: { changed: Object.keys(change), ...added },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", endpointStrings.nameTaken(change.name ?? ""));
    throw error;
  }
}

async function changeLimits(tx: Prisma.TransactionClient, id: string, limits: LimitsInput): Promise<void> {
  await tx.endpoint.update({ where: { id }, data: limits });
  // A higher limit holds at once, not after growing to it.
  await tx.endpointMeter.updateMany({
    where: { endpointId: id },
    data: { concurrency: limits.maxConcurrent },
  });
}

/** @returns what the audit log says of it; null where nothing differs */
async function addVersion(tx: Prisma.TransactionClient, newest: EndpointVersion, wanted: VersionInput) {
  if (newest.provider === "rehearsal") throw new Refused("invalid", endpointStrings.rehearsalFixed);
  if (newest.provider !== wanted.provider) throw new Refused("invalid", endpointStrings.providerFixed);
  const isSame = (Object.keys(wanted) as (keyof VersionInput)[]).every((key) => newest[key] === wanted[key]);
  if (isSame) return null;
  const { endpointId: id } = newest;
  const version = newest.version + 1;
  await tx.endpointVersion.create({ data: { endpointId: id, version, ...wanted } });
  const hasMoved = newest.baseUrl === null || originOf(newest.baseUrl) !== originOf(wanted.baseUrl);
  if (hasMoved) await tx.endpoint.update({ where: { id }, data: { sealedKey: null } });
  return { version, model: wanted.model, keyCleared: hasMoved };
}
