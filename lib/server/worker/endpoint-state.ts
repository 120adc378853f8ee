import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { stoppingFaults } from "#lib/domain/endpoint/view.ts";
import { db } from "#lib/server/database/client.ts";
import { stop } from "#lib/server/endpoints/state.ts";
import { log } from "#lib/server/log.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** Whether calls may be made to an endpoint, as far as people and its faults are concerned. */
export async function isServing(endpointId: string): Promise<boolean> {
  const { state } = await db.endpoint.findUniqueOrThrow({
    where: { id: endpointId },
    select: { state: true },
  });
  return state === "ready";
}

/**
 * Stops an endpoint for a fault that trying again does not cure. Its deliberations wait, its page says why.
 *
 * A call that was made before someone mended it says nothing of it now: the key that was used must still be the one in
 * force, and the version the newest.
 */
export async function stopForFault(
  version: CastVersion,
  sealedKey: string | null,
  fault: FaultCode | null,
): Promise<void> {
  const reason = stoppingFaults.find((one) => one === fault);
  if (!reason) return;
  const { endpointId } = version;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select from endpoints where id = ${endpointId}::uuid for update`;
    const now = await tx.endpoint.findUniqueOrThrow({
      where: { id: endpointId },
      select: { state: true, sealedKey: true, versions: { orderBy: { version: "desc" }, take: 1 } },
    });
    const isCurrent = now.sealedKey === sealedKey && now.versions[0]?.id === version.id;
    if (now.state === "stopped" || !isCurrent) return;
    await stop(tx, { kind: "system" }, endpointId, reason);
    log.warn({ endpoint: endpointId, fault }, "Stopped an endpoint");
  });
}
