import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { type Format, formatsOf } from "#lib/domain/export/formats.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const selection = {
  id: true,
  projectId: true,
  number: true,
  name: true,
  filter: true,
  leftOut: true,
  itemCount: true,
  itemsHash: true,
  synthetic: true,
  createdAt: true,
  project: { select: { slug: true, name: true } },
} as const satisfies Prisma.SnapshotSelect;

/** What of a snapshot goes into a release. */
export type ReleasedSnapshot = Prisma.SnapshotGetPayload<{ select: typeof selection }>;

/**
 * Finds a snapshot for whoever may take it out in this format: leads always, readers once it was released.
 *
 * @throws Refused `not_found`, `forbidden`; `invalid` where the format is not one of its items
 */
export async function authorizeRelease(
  actor: Actor,
  snapshotId: string,
  format: Format,
): Promise<ReleasedSnapshot> {
  const snapshot = await db.snapshot.findUnique({ where: { id: snapshotId }, select: selection });
  if (!snapshot) throw new Refused("not_found", accessStrings.notFound);
  const isReleased = (await db.release.count({ where: { snapshotId, format }, take: 1 })) > 0;
  await authorize(actor, isReleased ? "dataSets.read" : "dataSets.release", snapshot);
  const fitting: readonly Format[] = formatsOf[SnapshotFilter.parse(snapshot.filter).items];
  if (!fitting.includes(format)) throw new Refused("invalid", dataSetStrings.otherItems);
  return snapshot;
}
