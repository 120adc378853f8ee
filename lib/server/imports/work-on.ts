import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { withBeat } from "./beat.ts";
import { judged } from "./judged.ts";
import { ReadingStopped } from "./stage-rows.ts";

let last: Promise<void> = Promise.resolve();

/**
 * Does the part of an import in which rows are staged: one import at a time in each process, so that memory stays
 * flat however many are waiting. Ends with the import `ready`, or `refused` with the sentence to show; never rejects.
 *
 * @param stage writes the rows
 */
export function workOn(
  imported: { id: string; fileName: string },
  stage: () => Promise<void>,
): Promise<void> {
  const before = last;
  last = withBeat(imported.id, async () => {
    await before;
    try {
      await stage();
      await settle(imported.id);
    } catch (error) {
      if (!(error instanceof ReadingStopped)) await refuse(imported, error);
    }
  }).catch((error: unknown) =>
    log.error({ err: error, import: imported.id }, "An import could not be ended"),
  );
  return last;
}

/** Counts what would be imported, and leaves the decision to a person. */
async function settle(importId: string): Promise<void> {
  await db.$executeRaw`with ${judged(importId)}
    update imports set status = 'ready', accepted = j.fresh, duplicates = j.duplicates, bytes_read = coalesce(file_bytes, 0)
    from (select (count(*) filter (where is_fresh))::int as fresh, (count(*) filter (where not is_fresh))::int as duplicates
      from judged) j
    where id = ${importId}::uuid and status = 'reading'`;
}

async function refuse({ id, fileName }: { id: string; fileName: string }, error: unknown): Promise<void> {
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
