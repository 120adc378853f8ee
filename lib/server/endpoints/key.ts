import type { Actor } from "#lib/domain/access/actions.ts";
import { KeyInput } from "#lib/domain/endpoint/endpoint.ts";
import { keyFault } from "#lib/domain/endpoint/provider.ts";
import { Refused } from "#lib/domain/errors.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { seal } from "#lib/server/secret.ts";
import { lockEndpoint } from "./find.ts";
import { start } from "./state.ts";

/**
 * Sets or removes the key. It is sealed at once and never read back. An endpoint that stopped because of its key
 * or its quota starts again: a wrong key stops it with the next call.
 *
 * @param key null removes it
 * @throws Refused `not_found`, `forbidden`; `conflict` if it is archived; `invalid` for the rehearsal endpoint
 *   and for a key that its provider has no such form of
 * @throws ZodError where the key was not parsed before
 */
export async function setKey(actor: Actor, id: string, key: string | null): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  const given = key === null ? null : KeyInput.parse(key);
  const sealedKey = given === null ? null : seal(given, id);
  await db.$transaction(async (tx) => {
    const { endpoint, newest } = await lockEndpoint(tx, id);
    if (newest.provider === "rehearsal") throw new Refused("invalid", endpointStrings.rehearsalFixed);
    const fault = given === null ? null : keyFault(newest.provider, given);
    if (fault !== null) throw new Refused("invalid", fault);
    await tx.endpoint.update({ where: { id }, data: { sealedKey } });
    const action = key === null ? "endpoint.removeKey" : "endpoint.setKey";
    await appendAudit(tx, { actor, action, objectKind: "endpoint", objectId: id });
    const isMended = endpoint.stoppedReason === "bad_key" || endpoint.stoppedReason === "no_quota";
    if (isMended && key !== null) await start(tx, actor, id);
  });
}
