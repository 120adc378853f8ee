import type { RecordStatus } from "#lib/domain/record/status.ts";
import { holdPoliciesOf } from "#lib/server/policies/lock.ts";
import { markIfStale } from "#lib/server/policies/stale-record.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** What claiming and deciding need to know of a record. */
export type LockedRecord = {
  id: string;
  projectId: string;
  headRevisionId: string;
  ref: string;
  status: RecordStatus;
};

/**
 * Takes the record's row for this transaction. It is the lock of everything about a record's reviews: claims,
 * submissions and routing take turns on it, and take it before any other row. Policies stay as they are until the
 * transaction ends, and a record that they have made stale since it was written says so from here on.
 *
 * @param wait whether to wait for whoever holds it; if not, null means that someone does
 */
export async function lockRecord(
  tx: Prisma.TransactionClient,
  recordId: string,
  { wait = true } = {},
): Promise<LockedRecord | null> {
  await holdPoliciesOf(tx, recordId);
  const rows = await tx.$queryRaw<LockedRecord[]>(
    Prisma.sql`select id, project_id as "projectId", head_revision_id as "headRevisionId", ref, status
      from records where id = ${recordId}::uuid for no key update ${wait ? Prisma.empty : Prisma.sql`skip locked`}`,
  );
  const [record] = rows;
  if (!record) return null;
  return (await markIfStale(tx, recordId)) ? { ...record, status: "stale" } : record;
}
