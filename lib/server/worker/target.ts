import { originOf } from "#lib/domain/endpoint/endpoint.ts";
import { db } from "#lib/server/database/client.ts";
import { open } from "#lib/server/secret.ts";
import type { Target } from "./client.ts";
import { startRehearsal } from "./rehearsal/server.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** An endpoint version as a call needs it, with the sealed key that was in force. */
export type Opened = { target: Target; sealedKey: string | null };

/** For how long a key is kept before it is read anew, in milliseconds: a mended one holds within this time. */
const keptMs = 1_000;

const kept = new Map<string, { until: number; opened: Promise<Opened | null> }>();

/**
 * Where a call to an endpoint version goes.
 *
 * @param anew reads the key even if it is known
 * @returns null where the endpoint has moved since: its key was given for the new host and is not sent to the old one
 * @throws Refused `unavailable` if the key cannot be opened with this process's secret
 */
export function openTarget(version: CastVersion, { anew = false } = {}): Promise<Opened | null> {
  const found = kept.get(version.id);
  if (!anew && found && found.until > performance.now()) return found.opened;
  const opened = load(version);
  opened.catch(() => kept.delete(version.id));
  kept.set(version.id, { until: performance.now() + keptMs, opened });
  return opened;
}

async function load(version: CastVersion): Promise<Opened | null> {
  const { provider, region, model, structuredOutputs } = version;
  if (provider === "rehearsal" || version.baseUrl === null) {
    const { url } = await startRehearsal();
    const target = { provider: "openai_compatible", baseUrl: url, region: null, key: null } as const;
    return { target: { ...target, model, structuredOutputs }, sealedKey: null };
  }
  const { sealedKey, versions } = await db.endpoint.findUniqueOrThrow({
    where: { id: version.endpointId },
    select: {
      sealedKey: true,
      versions: { orderBy: { version: "desc" }, take: 1, select: { baseUrl: true } },
    },
  });
  const current = versions[0]?.baseUrl;
  if (!current || originOf(current) !== originOf(version.baseUrl)) return null;
  const key = sealedKey === null ? null : open(sealedKey, version.endpointId);
  return { target: { provider, baseUrl: version.baseUrl, region, model, structuredOutputs, key }, sealedKey };
}
