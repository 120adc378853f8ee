import type { Actor } from "#lib/domain/access/actions.ts";
import { EndpointTest, type EndpointView } from "#lib/domain/endpoint/view.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { endpointRow } from "./list.ts";
import { runsWaiting } from "./waiting.ts";

/**
 * An endpoint with its versions, grants and what it does at this moment.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadEndpoint(actor: Actor, id: string): Promise<EndpointView> {
  authorizeInstallation(actor, "endpoints.manage");
  const found = await db.endpoint.findUnique({
    where: { id },
    include: {
      versions: { orderBy: { version: "desc" } },
      grants: { include: { project: { select: { slug: true, name: true } } }, orderBy: { createdAt: "asc" } },
      meter: true,
      permits: { where: { expiresAt: { gt: new Date() } } },
    },
  });
  const [newest] = found?.versions ?? [];
  if (!found || !newest) throw new Refused("not_found", accessStrings.notFound);
  const { versions, grants, meter, permits, ...endpoint } = found;
  const isClosed = meter?.openUntil && meter.openUntil > new Date();
  return {
    ...endpointRow(endpoint, newest, grants.length),
    version: newest.version,
    baseUrl: newest.baseUrl,
    region: newest.region,
    structuredOutputs: newest.structuredOutputs,
    inputPrice: newest.inputPrice,
    cachedInputPrice: newest.cachedInputPrice,
    outputPrice: newest.outputPrice,
    limits: {
      maxConcurrent: endpoint.maxConcurrent,
      requestsPerMinute: endpoint.requestsPerMinute,
      tokensPerMinute: endpoint.tokensPerMinute,
    },
    live: {
      concurrency: Math.floor(Math.min(meter?.concurrency ?? endpoint.maxConcurrent, endpoint.maxConcurrent)),
      leased: permits.reduce((sum, { slots }) => sum + slots, 0),
      openUntil: isClosed ? (meter.openUntil?.toISOString() ?? null) : null,
      isTried: meter?.openUntil != null && !isClosed,
      waiting: await runsWaiting(actor, id),
    },
    grants: grants.map(({ projectId, project }) => ({ projectId, ...project })),
    versions: versions.map(({ createdAt, id: _, endpointId, provider, region, synthetic, ...version }) => ({
      ...version,
      createdAt: createdAt.toISOString(),
    })),
    lastTest: EndpointTest.nullable().parse(endpoint.lastTest),
  };
}
