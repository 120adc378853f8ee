import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { type Format, formats } from "#lib/domain/export/formats.ts";
import { LeftOut } from "#lib/domain/export/left-out.ts";
import type { SnapshotPage } from "#lib/domain/export/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { erasedItems } from "./current-manifest.ts";
import { itemsAfter, readItems } from "./items.ts";

const shownRows = 5;

/**
 * One snapshot by its number in the project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadSnapshot(
  actor: Actor,
  { projectId, number }: { projectId: string; number: number },
): Promise<SnapshotPage> {
  await authorize(actor, "dataSets.read", { projectId });
  const snapshot = await db.snapshot.findUnique({
    where: { projectId_number: { projectId, number } },
    include: {
      releases: {
        orderBy: { createdAt: "desc" },
        select: { format: true, fileName: true, rows: true, bytes: true, sha256: true, createdAt: true },
      },
    },
  });
  if (!snapshot) throw new Refused("not_found", accessStrings.notFound);
  const { id, name, itemCount, itemsHash, synthetic, createdAt, createdById } = snapshot;
  const creator =
    createdById && (await db.user.findUnique({ where: { id: createdById }, select: { name: true } }));
  const release = (format: Format) => {
    const newest = snapshot.releases.find((release) => release.format === format);
    return newest ? { ...newest, bytes: Number(newest.bytes) } : null;
  };
  return {
    id,
    number,
    name,
    items: itemCount,
    itemsHash,
    synthetic,
    createdAt,
    filter: SnapshotFilter.parse(snapshot.filter),
    leftOut: LeftOut.parse(snapshot.leftOut),
    createdBy: creator ? creator.name : null,
    releases: Object.fromEntries(
      formats.map((format) => [format, release(format)]),
    ) as SnapshotPage["releases"],
    since: await changesSince(id),
    firstRows: (await readItems(itemsAfter(id, 0, shownRows))).flatMap(({ content }) => content ?? []),
  };
}

async function changesSince(snapshotId: string): Promise<SnapshotPage["since"]> {
  const standing = { revision: { erasureId: null } };
  const [stale, notApproved, erased] = await Promise.all([
    db.snapshotItem.count({ where: { snapshotId, ...standing, record: { status: "stale" } } }),
    db.snapshotItem.count({
      where: { snapshotId, ...standing, record: { status: { notIn: ["stale", "approved"] } } },
    }),
    erasedItems(snapshotId),
  ]);
  return { stale, notApproved, erased };
}
