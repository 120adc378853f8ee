import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { subjectOf } from "./subject.ts";
import { today } from "./today.ts";

/** Something that one person has had to read before them. */
export type Seen = {
  userId: string;
  projectId: string;
  /** Id of the record or pair: how many were read is counted by it. */
  subjectId: string;
  severity: Severity;
  category: string | null;
  /** Time on screen since the last report; 0 where it only now came into view. */
  seconds: number;
};

/**
 * Notes in a person's private ledger that they had something to read before them. A page cannot make the time longer
 * than what went by on the server's clock since it last reported; the first report of a day only begins to count.
 */
export async function noteExposure(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  { userId, projectId, subjectId, severity, category, seconds }: Seen,
): Promise<void> {
  await tx.$executeRaw`
    insert into exposures as e (user_id, day, subject_id, project_id, severity, category)
    values (${userId}::uuid, ${today}, ${subjectId}::uuid, ${projectId}::uuid,
      ${severity}::severity, ${category})
    on conflict (user_id, day, subject_id) do update set
      seconds = e.seconds
        + least(${Math.max(0, seconds)}::float8, greatest(0, extract(epoch from clock_timestamp() - e.seen_at))),
      seen_at = clock_timestamp()`;
}

/** The same of a record, which knows its severity and category itself. */
export async function noteRecordSeen(
  tx: Pick<Prisma.TransactionClient, "$executeRaw" | "record">,
  { userId, recordId, seconds }: { userId: string; recordId: string; seconds: number },
): Promise<void> {
  const { id: subjectId, ...subject } = await subjectOf(tx, recordId);
  await noteExposure(tx, { userId, subjectId, ...subject, seconds });
}
