import type { Held } from "#lib/domain/exposure/held.ts";
import { openStatuses } from "#lib/domain/record/status.ts";
import { notHeldFromThem } from "#lib/server/batches/held.ts";
import { givable } from "#lib/server/exposure/limits.ts";
import { alongWalk, type Walk, walkOf } from "#lib/server/records/walk.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Choice = {
  /** What is not given to them today, as `limitsOf` says. */
  held: Held;
  /** A condition on `r`, the records. */
  where?: Prisma.Sql;
  limit: number;
  /** In which order; oldest first if not given. */
  walk?: Walk;
};

/**
 * Records that a person could take up now: `id, severity, begun` and the keys of walks. Each open status is walked along
 * its own index and each record looked up by its own, so that the cost is that of the rows given and not of the
 * queue's length.
 *
 * A record is open to them while a round of it has a slot that is free or theirs and they have neither submitted
 * nor skipped it there. Planted ones are mixed in elsewhere, and are here only once begun. A stale record is open
 * even without a round: claiming opens one. What is held back from them is not here, nor what a batch holds for others.
 */
export function claimable(
  projectId: string,
  userId: string,
  { held, where = Prisma.sql`true`, limit, walk = walkOf("oldest") }: Choice,
): Prisma.Sql {
  // Written out status by status, so that each is planned by how many records have it.
  const ofStatus = openStatuses.map(
    (status) => Prisma.sql`(
      select r.id, r.severity, r.judges_agree, r.people_agree, v.begun
      from records r
      left join lateral (
        select o.id, o.slots from review_rounds o
        where o.record_id = r.id and o.closed_at is null and o.opened_at <= now() limit 1
      ) o on true
      cross join lateral (
        select
          coalesce(bool_or(w.mine and w.status in ('submitted', 'skipped')), false) as done,
          coalesce(bool_or(w.mine and (w.status = 'draft' or w.status = 'pending' and w.slot is not null)), false) as begun,
          count(*) filter (
            where not w.mine and w.slot is not null and (w.submitted_at is not null or w.claim_expires_at > now())
          ) as taken
        from (select *, reviewer_id = ${userId}::uuid as mine from reviews) w
        where w.round_id = o.id and w.withdrawn_at is null and not w.after_reveal
      ) v
      where r.project_id = ${projectId}::uuid and r.status = ${Prisma.raw(`'${status}'`)} and ${where} and ${givable(userId, held)}
        -- In one piece, of which the planner expects that it holds for every other record: so it walks the index in
        -- order, no further than is asked for. In several, it expects so little that it looks all up and sorts.
        and case
          when (o.id is not null or r.status = 'stale') and not v.done and coalesce(o.slots, 1) > v.taken
            and (not r.planted or v.begun) and (v.begun or ${notHeldFromThem(userId)})
          then (select e.erasure_id is null from revisions e where e.id = r.head_revision_id)
          else false
        end
      order by ${alongWalk(walk, "r")} limit ${limit}
    )`,
  );
  return Prisma.sql`
    select c.* from (${Prisma.join(ofStatus, " union all ")}) c order by ${alongWalk(walk, "c")} limit ${limit}`;
}
