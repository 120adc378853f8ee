import type { RecordStatus } from "#lib/domain/record/status.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * A condition on a record's id: something was said of it so recently that it can still be taken back. What followed
 * from that is shown to nobody who may review: it would tell of others before the own word is final.
 */
export function isUnsettled(recordId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from review_rounds j join reviews w on w.round_id = j.id
    where j.record_id = ${recordId} and w.status = 'submitted' and w.withdrawn_at is null and not w.after_reveal
      and w.submitted_at > ${undoableSince(new Date())}
  )`;
}

/** The records of a project of which that is true, with what has become of them. There are never many. */
export async function unsettledIn(projectId: string): Promise<Map<string, RecordStatus>> {
  const reviews = await db.review.findMany({
    where: {
      submittedAt: { gt: undoableSince(new Date()) },
      status: "submitted",
      withdrawnAt: null,
      afterReveal: false,
      round: { record: { projectId } },
    },
    select: { round: { select: { record: { select: { id: true, status: true } } } } },
  });
  return new Map(reviews.map(({ round }) => [round.record.id, round.record.status]));
}
