import type { Actor } from "#lib/domain/access/actions.ts";
import { type EndpointRow, StoppedReason } from "#lib/domain/endpoint/view.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Endpoint, EndpointVersion } from "#prisma/generated/client.ts";

/**
 * All endpoints, those in use first, then archived ones.
 *
 * @throws Refused `forbidden`
 */
export async function listEndpoints(actor: Actor): Promise<EndpointRow[]> {
  authorizeInstallation(actor, "endpoints.manage");
  const endpoints = await db.endpoint.findMany({
    include: { versions: { orderBy: { version: "desc" }, take: 1 }, _count: { select: { grants: true } } },
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }],
  });
  return endpoints.flatMap(({ versions: [newest], _count, ...endpoint }) =>
    newest ? endpointRow(endpoint, newest, _count.grants) : [],
  );
}

/** A row as pages take it. The key stays behind. */
export function endpointRow(endpoint: Endpoint, newest: EndpointVersion, projects: number): EndpointRow {
  return {
    id: endpoint.id,
    name: endpoint.name,
    provider: newest.provider,
    model: newest.model,
    host: newest.baseUrl === null ? null : new URL(newest.baseUrl).host,
    synthetic: newest.synthetic,
    hasKey: endpoint.sealedKey !== null,
    state: endpoint.state,
    stoppedReason: StoppedReason.nullable().parse(endpoint.stoppedReason),
    stoppedAt: endpoint.stoppedAt?.toISOString() ?? null,
    archived: endpoint.archivedAt !== null,
    projects,
  };
}
