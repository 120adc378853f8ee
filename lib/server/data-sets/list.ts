import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Format } from "#lib/domain/export/formats.ts";
import type { SnapshotSummary } from "#lib/domain/export/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

const pageSize = 50;

/**
 * Snapshots of a project, newest first.
 *
 * @param before show those with smaller numbers only
 * @returns a page, and the number to go on from; null at the end
 * @throws Refused `not_found`, `forbidden`
 */
export async function listSnapshots(
  actor: Actor,
  { projectId, before }: { projectId: string; before?: number },
): Promise<{ snapshots: SnapshotSummary[]; next: number | null }> {
  await authorize(actor, "dataSets.read", { projectId });
  const found = await db.snapshot.findMany({
    where: { projectId, number: before === undefined ? undefined : { lt: before } },
    orderBy: { number: "desc" },
    take: pageSize + 1,
    select: {
      number: true,
      name: true,
      itemCount: true,
      synthetic: true,
      createdAt: true,
      releases: { select: { format: true }, distinct: ["format"], orderBy: { format: "asc" } },
    },
  });
  const page = found.slice(0, pageSize);
  return {
    snapshots: page.map(({ itemCount, releases, ...snapshot }) => ({
      ...snapshot,
      items: itemCount,
      formats: z.array(Format).parse(releases.map(({ format }) => format)),
    })),
    next: found.length > pageSize ? (page.at(-1)?.number ?? null) : null,
  };
}
