import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { BulkSubject } from "#lib/domain/review/bulk.ts";
import { isUnsettled } from "#lib/server/reviews/unsettled.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A record, as far as bulk actions look at it. */
export type Subject = BulkSubject & { id: string; ref: string; status: RecordStatus; headRevisionId: string };

/**
 * The records of some refs or ids as they are now, in order of id.
 *
 * @param lock whether their rows are locked until the transaction ends
 */
export async function subjectsOf(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  which: Prisma.Sql,
  { lock }: { lock: boolean },
): Promise<Subject[]> {
  // Read in a statement of its own: one that waited for a lock would not see what was said meanwhile.
  if (lock) await tx.$queryRaw`select id from records r where ${which} order by r.id for no key update`;
  return tx.$queryRaw<Subject[]>(Prisma.sql`
    select r.id, r.ref, r.status, r.planted, r.head_revision_id as "headRevisionId",
      (select e.erasure_id is not null from revisions e where e.id = r.head_revision_id) as erased,
      ${isUnsettled(Prisma.sql`r.id`)} as unsettled
    from records r where ${which} order by r.id`);
}
