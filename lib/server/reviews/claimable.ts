import { openStatuses } from "#lib/domain/record/status.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Choice = {
  /** A condition on `r`, the records. */
  where?: Prisma.Sql;
  limit: number;
  newestFirst?: boolean;
};

/**
 * Records that a person could take up now, oldest first: `id, severity, begun`. Each open status is walked along
 * its own index, so that the cost is that of the rows given and not of the queue's length.
 *
 * A record is open to them while a round of it has a slot that is free or theirs and they have neither submitted
 * nor skipped it there. A stale record is open even without a round: claiming opens one.
 */
export function claimable(
  projectId: string,
  userId: string,
  { where = Prisma.sql`true`, limit, newestFirst = false }: Choice,
): Prisma.Sql {
  const order = newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`;
  const counted = Prisma.sql`v.round_id = o.id and v.withdrawn_at is null and not v.after_reveal`;
  return Prisma.sql`
    select c.* from unnest(${[...openStatuses]}::record_status[]) as s (status)
    cross join lateral (
      select r.id, r.severity,
        exists (select from reviews v where ${counted} and v.reviewer_id = ${userId}::uuid
          and (v.status = 'draft' or v.status = 'pending' and v.slot is not null)) as begun
      from records r
      left join review_rounds o on o.record_id = r.id and o.closed_at is null and o.opened_at <= now()
      where r.project_id = ${projectId}::uuid and r.status = s.status and ${where}
        and (o.id is not null or r.status = 'stale')
        and not exists (select from revisions e where e.id = r.head_revision_id and e.erasure_id is not null)
        and not exists (select from reviews v where ${counted} and v.reviewer_id = ${userId}::uuid
          and v.status in ('submitted', 'skipped'))
        and coalesce(o.slots, 1) > (select count(*) from reviews v where ${counted} and v.slot is not null
          and v.reviewer_id <> ${userId}::uuid and (v.submitted_at is not null or v.claim_expires_at > now()))
      order by r.id ${order} limit ${limit}
    ) c
    order by c.id ${order} limit ${limit}`;
}
