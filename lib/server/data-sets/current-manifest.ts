import type { Actor } from "#lib/domain/access/actions.ts";
import type { Format } from "#lib/domain/export/formats.ts";
import { Manifest } from "#lib/domain/export/manifest.ts";
import { db } from "#lib/server/database/client.ts";
import { authorizeRelease } from "./authorize-release.ts";
import { streamRelease } from "./release.ts";

/**
 * The manifest of what a download would give now. Writes the file to nowhere first if nobody released it in
 * this format yet, or if items were erased since.
 *
 * @param actor needs `dataSets.release`; `dataSets.read` is enough once somebody released it in this format
 * @throws Refused `not_found`, `forbidden`
 */
export async function currentManifest(actor: Actor, snapshotId: string, format: Format): Promise<Manifest> {
  await authorizeRelease(actor, snapshotId, format);
  const newest = await db.release.findFirst({
    where: { snapshotId, format },
    orderBy: { createdAt: "desc" },
    select: { manifest: true },
  });
  const manifest = newest && Manifest.parse(newest.manifest);
  if (manifest && manifest.erasedItems === (await erasedItems(snapshotId))) return manifest;

  const release = await streamRelease(actor, snapshotId, format);
  release.stream.resume();
  return release.manifest();
}

/** How many items of a snapshot have no content any more. */
export async function erasedItems(snapshotId: string): Promise<number> {
  return db.snapshotItem.count({
    where: {
      snapshotId,
      OR: [
        { revision: { erasureId: { not: null } } },
        { record: { prompt: { erasureId: { not: null } } } },
        { pair: { selected: { erasureId: { not: null } } } },
        { pair: { rejected: { erasureId: { not: null } } } },
        { pair: { rejectedRevision: { erasureId: { not: null } } } },
      ],
    },
  });
}
