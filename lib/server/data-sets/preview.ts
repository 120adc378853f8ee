import type { Actor } from "#lib/domain/access/actions.ts";
import type { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { LeftOut, type LeftOutReason, leftOutReasons } from "#lib/domain/export/left-out.ts";
import type { SnapshotPreview } from "#lib/domain/export/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { candidates } from "./candidates.ts";
import { readItems } from "./items.ts";

const shownRows = 5;

/**
 * What a snapshot by this filter would hold if it were frozen now. Reads no payloads but those of the first rows;
 * stores nothing.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function previewSnapshot(
  actor: Actor,
  { projectId, filter }: { projectId: string; filter: SnapshotFilter },
): Promise<SnapshotPreview> {
  await authorize(actor, "dataSets.read", { projectId });
  const counted = await db.$queryRaw<
    { reason: LeftOutReason | null; n: number; synthetic: number; first: string[] | null }[]
  >(
    Prisma.sql`with ${candidates(projectId, filter)}
      select left_out as reason, count(*)::int as n, count(*) filter (where synthetic)::int as synthetic,
        array_agg(revision_id order by position) filter (where left_out is null and position <= ${shownRows}) as first
      from candidates group by 1`,
  );
  const taken = counted.find(({ reason }) => reason === null);
  const first = await readItems(
    Prisma.sql`select n::int, id from unnest(${taken?.first ?? []}::uuid[]) with ordinality as f (id, n)`,
  );
  return {
    items: taken?.n ?? 0,
    syntheticItems: taken?.synthetic ?? 0,
    leftOut: LeftOut.parse(
      Object.fromEntries(
        leftOutReasons.map((reason) => [reason, counted.find((row) => row.reason === reason)?.n ?? 0]),
      ),
    ),
    firstRows: first.flatMap(({ content }) => content ?? []),
  };
}
