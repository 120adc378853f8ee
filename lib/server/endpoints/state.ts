import type { Actor } from "#lib/domain/access/actions.ts";
import type { StoppedReason } from "#lib/domain/endpoint/view.ts";
import { Refused } from "#lib/domain/errors.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { hintOfWork } from "#lib/server/worker/hints.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { lockEndpoint } from "./find.ts";

/**
 * Stops it by hand: no further call is made, its deliberations wait.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` if it is archived
 */
export async function stopEndpoint(actor: Actor, id: string): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  await db.$transaction(async (tx) => {
    const { endpoint } = await lockEndpoint(tx, id);
    if (endpoint.state === "ready") await stop(tx, actor, id, "by_admin");
  });
}

/**
 * Starts it again; what waited for it goes on at once.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` if it is archived
 */
export async function startEndpoint(actor: Actor, id: string): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  await db.$transaction(async (tx) => {
    const { endpoint } = await lockEndpoint(tx, id);
    if (endpoint.state === "stopped") await start(tx, actor, id);
  });
}

/**
 * Puts it away for good: it can be chosen for no further run. What it said stays.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` while runs still need it, or if it is archived already
 */
export async function archiveEndpoint(actor: Actor, id: string): Promise<void> {
  authorizeInstallation(actor, "endpoints.manage");
  await db.$transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const runs = await tx.run.count({
      where: { finishedAt: null, plan: { roles: { some: { endpointVersion: { endpointId: id } } } } },
    });
    if (runs > 0) throw new Refused("conflict", endpointStrings.inUse(runs));
    // Its key is of no more use, so it is not kept.
    await tx.endpoint.update({ where: { id }, data: { archivedAt: new Date(), sealedKey: null } });
    await appendAudit(tx, { actor, action: "endpoint.archive", objectKind: "endpoint", objectId: id });
  });
}

type Who = Actor | { kind: "system" };

/** Within a transaction that holds the endpoint's row. */
export async function stop(
  tx: Prisma.TransactionClient,
  actor: Who,
  id: string,
  reason: StoppedReason,
): Promise<void> {
  await tx.endpoint.update({
    where: { id },
    data: { state: "stopped", stoppedReason: reason, stoppedAt: new Date() },
  });
  await appendAudit(tx, {
    actor,
    action: "endpoint.stop",
    objectKind: "endpoint",
    objectId: id,
    detail: { reason },
  });
}

/** Within a transaction that holds the endpoint's row. Forgets its faults and wakes what waits for it. */
export async function start(tx: Prisma.TransactionClient, actor: Who, id: string): Promise<void> {
  await tx.endpoint.update({
    where: { id },
    data: { state: "ready", stoppedReason: null, stoppedAt: null },
  });
  await tx.endpointMeter.updateMany({
    where: { endpointId: id },
    data: { faultsInRow: 0, openUntil: null, openings: 0 },
  });
  await tx.$executeRaw`update deliberations set ready_at = now()
    where outcome is null and worker_id is null and waiting_for is not null and run_id in (
      select r.id from runs r
      join plan_roles pr on pr.plan_id = r.plan_id
      join endpoint_versions v on v.id = pr.endpoint_version_id
      where v.endpoint_id = ${id}::uuid and r.finished_at is null)`;
  await appendAudit(tx, { actor, action: "endpoint.start", objectKind: "endpoint", objectId: id });
  await hintOfWork(tx);
}
