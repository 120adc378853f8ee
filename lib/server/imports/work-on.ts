import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { withBeat } from "./beat.ts";
import { judged } from "./judged.ts";
import { ReadingStopped } from "./stage-rows.ts";

type Worked = { id: string; projectId: string; fileName: string };

let last: Promise<void> = Promise.resolve();

/**
 * Does the part of an import in which rows are staged: one import at a time in each process, so that memory stays
 * flat however many are waiting. Ends with the import `ready`, or `refused` with the sentence to show; never rejects.
 *
 * @param stage writes the rows
 */
export function workOn(imported: Worked, stage: () => Promise<void>): Promise<void> {
  const before = last;
  last = withBeat(imported.id, async () => {
    await before;
    try {
      await stage();
      await settle(imported);
    } catch (error) {
      if (!(error instanceof ReadingStopped)) await refuse(imported, error);
    }
  }).catch((error: unknown) =>
    log.error({ err: error, import: imported.id }, "An import could not be ended"),
  );
  return last;
}

/** Works out what would be imported, and leaves the decision to a person. */
async function settle({ id, projectId }: Worked): Promise<void> {
  // The planner knows nothing yet of rows that came a moment ago, and would join them one by one.
  await db.$executeRaw`analyze staged_rows (import_id, content_hash)`;
  await db.$executeRaw`with ${judged(id, projectId)},
    marked as (
      update staged_rows s set duplicate = case
        when j.is_erased then '{"erased": true}'
        when j.twin_ref is not null then jsonb_build_object('record', j.twin_ref)
        when j.first_row < j.row then jsonb_build_object('row', j.first_row)
        else jsonb_build_object('prompt', j.prompt_number) end
      from judged j where s.import_id = ${id}::uuid and s.row = j.row and not j.is_fresh
    )
    update imports set status = 'ready', beat_at = now(), accepted = n.fresh, duplicates = n.duplicates,
      bytes_read = coalesce(file_bytes, 0)
    from (select (count(*) filter (where is_fresh))::int as fresh, (count(*) filter (where not is_fresh))::int as duplicates
      from judged) n
    where id = ${id}::uuid and status = 'reading'`;
}

async function refuse({ id, fileName }: Worked, error: unknown): Promise<void> {
  const isRefused = error instanceof Refused;
  if (!isRefused) log.error({ err: error, import: id }, "Reading an import failed");
  await endWithout(id, "refused", isRefused ? error.message : importStrings.refusals.failed(fileName));
}

/**
 * Ends an import of which nothing stays, if it is still open to that.
 *
 * @returns whether it was
 */
export async function endWithout(
  importId: string,
  status: "refused" | "cancelled",
  refusal: string | null = null,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, status: { in: ["reading", "ready"] } },
      data: { status, refusal, finishedAt: new Date(), columns: Prisma.DbNull },
    });
    if (count > 0) await tx.stagedRow.deleteMany({ where: { importId } });
    return count > 0;
  });
}
