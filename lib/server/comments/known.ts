import { openStatuses } from "#lib/domain/record/status.ts";
import { allowedUndoMs, undoableSince } from "#lib/domain/review/reveal.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * Joins to comments `c` their thread `t` and record `r`, and what decides whether a person may know of them: the
 * record's newest round `o` and their own review `own` of it.
 */
export function withOwnReview(userId: string): Prisma.Sql {
  return Prisma.sql`
    join comment_threads t on t.id = c.thread_id
    join records r on r.id = t.record_id
    cross join lateral (
      select o.id, o.closed_at from review_rounds o where o.record_id = r.id and o.opened_at <= now()
      order by o.closed_at desc nulls first, o.number desc limit 1
    ) o
    left join lateral (
      select v.submitted_at from reviews v
      where v.round_id = o.id and v.reviewer_id = ${userId}::uuid and v.kind = 'review' and v.status = 'submitted'
        and v.withdrawn_at is null and not v.after_reveal
    ) own on true`;
}

/** A condition on those: it is somebody else's, and the person may know what others did with the record. */
export function isKnownTo(userId: string): Prisma.Sql {
  return Prisma.sql`c.author_id <> ${userId}::uuid and ${mayKnow()}`;
}

/**
 * A condition on those: the person may know what others did with the record. The rule is `mayReveal`, as `roomAccess`
 * feeds it.
 */
export function mayKnow(): Prisma.Sql {
  const recent = undoableSince(new Date());
  return Prisma.sql`c.erasure_id is null and not r.planted
    and case when own.submitted_at is not null then own.submitted_at <= ${recent}
      else r.status <> all (${[...openStatuses]}::record_status[]) and not exists (
        select from reviews v where v.round_id = o.id and v.status = 'submitted' and v.withdrawn_at is null
          and not v.after_reveal and v.submitted_at > ${recent})
      end`;
}

/** When the person could first know of what happened to them at an instant. */
export const knownAt = (happenedAt: Prisma.Sql) => Prisma.sql`greatest(${happenedAt},
  coalesce(own.submitted_at, o.closed_at) + ${allowedUndoMs} * interval '1 millisecond')`;
