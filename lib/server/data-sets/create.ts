import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { candidates } from "./candidates.ts";

/** What freezing needs beside the project. */
export const NewSnapshot = z.object({
  name: z.string().trim().min(1, dataSetStrings.nameMissing).max(120, dataSetStrings.nameTooLong),
  filter: SnapshotFilter,
});

/** How long the insert of very many items may take: the database checks each against its approval. */
const longestFreezeMs = 300_000;

/** A snapshot that was frozen just now. */
export type CreatedSnapshot = {
  id: string;
  number: number;
  items: number;
  synthetic: boolean;
};

/**
 * Freezes what the filter takes: a numbered, hashed list of approved revisions, or of kept pairs, that never changes.
 * List, hash and counts come from one statement, hence from one moment.
 *
 * @param actor needs `dataSets.release` in the project
 * @throws Refused `invalid` where nothing approved matches; `not_found`, `forbidden`
 */
export async function createSnapshot(
  actor: Actor,
  { projectId, name, filter }: z.output<typeof NewSnapshot> & { projectId: string },
): Promise<CreatedSnapshot> {
  await authorize(actor, "dataSets.release", { projectId });
  return db.$transaction(
    async (tx) => {
      const { lastSnapshotNumber: number } = await tx.project.update({
        where: { id: projectId },
        data: { lastSnapshotNumber: { increment: 1 } },
        select: { lastSnapshotNumber: true },
      });
      const createdById = actor.kind === "person" ? actor.userId : null;
      const [snapshot] = await tx.$queryRaw<Omit<CreatedSnapshot, "number">[]>(
        Prisma.sql`with ${candidates(projectId, filter)},
        frozen as (
          insert into snapshots (
            id, project_id, created_by_id, number, name, filter, left_out, item_count, items_hash, synthetic, created_at
          )
          select ${uuid7()}::uuid, ${projectId}::uuid, ${createdById}::uuid, ${number}, ${name}, ${JSON.stringify(filter)}::jsonb,
            jsonb_build_object(
              'erased', count(*) filter (where left_out = 'erased'),
              'planted', count(*) filter (where left_out = 'planted'),
              'evaluation', count(*) filter (where left_out = 'evaluation'),
              'stale', count(*) filter (where left_out = 'stale'),
              'not_kept', count(*) filter (where left_out = 'not_kept'),
              'not_approved', count(*) filter (where left_out = 'not_approved'),
              'filtered', count(*) filter (where left_out = 'filtered'),
              'older_approval', count(*) filter (where left_out = 'older_approval')
            ),
            count(*) filter (where left_out is null),
            encode(sha256(string_agg(digest, '' order by position) filter (where left_out is null)), 'hex'),
            bool_or(synthetic) filter (where left_out is null), clock_timestamp()
          from candidates
          having count(*) filter (where left_out is null) > 0
          returning id, item_count, synthetic
        ),
        items as (
          insert into snapshot_items (snapshot_id, position, record_id, prompt_id, revision_id, approval_id, pair_id)
          select frozen.id, position, record_id, prompt_id, revision_id, approval_id, pair_id
          from candidates, frozen where left_out is null
        )
        select id, item_count as items, synthetic from frozen`,
      );
      if (!snapshot) throw new Refused("invalid", dataSetStrings.nothingMatches[filter.items]);
      await appendAudit(tx, {
        actor,
        projectId,
        action: "dataSet.freeze",
        objectKind: "snapshot",
        objectId: snapshot.id,
        detail: { number, items: snapshot.items, synthetic: snapshot.synthetic },
      });
      return { ...snapshot, number };
    },
    { maxWait: 10_000, timeout: longestFreezeMs },
  );
}
