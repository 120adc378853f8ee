import type { Actor } from "#lib/domain/access/actions.ts";
import type { DisputeRow, Disputes } from "#lib/domain/adjudication/view.ts";
import { waitingLimit } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { isUnsettled } from "#lib/server/reviews/unsettled.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { requireAdjudicator } from "./adjudicator.ts";

/** How many are listed: what is decided makes room for the next. */
const listed = 50;
/** Characters of a prompt that a list shows. */
const shownText = 240;

/**
 * What waits for adjudication, lowest agreement first. What the actor reviewed comes last: they may not decide it.
 * Reviews that can still be taken back keep a record out.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listDisputes(actor: Actor, projectId: string): Promise<Disputes> {
  const { userId } = await requireAdjudicator(actor, projectId);
  const [rows, total] = await Promise.all([
    db.$queryRaw<DisputeRow[]>(Prisma.sql`
      select r.ref, left(p.text, ${shownText}) || case when length(p.text) > ${shownText} then '…' else '' end as text,
        r.severity, p.category, r.synthetic, o.agreement, s.decisions, s.mine
      from ${disputed(projectId, userId)} join prompts p on p.id = r.prompt_id
      order by s.mine, o.agreement nulls last, r.id limit ${listed}`),
    countDisputes(projectId),
  ]);
  return { rows, total };
}

/**
 * The record that this actor would decide next; null where none waits for them.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function nextDispute(actor: Actor, projectId: string): Promise<string | null> {
  const { userId } = await requireAdjudicator(actor, projectId);
  const [next] = await db.$queryRaw<{ ref: string }[]>(Prisma.sql`
    select r.ref from ${disputed(projectId, userId)}
    where not s.mine
    order by o.agreement nulls last, r.id limit 1`);
  return next?.ref ?? null;
}

/** How many records wait for adjudication, counted up to a limit. The caller has authorized. */
export async function countDisputes(projectId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ n: number }[]>(Prisma.sql`
    select count(*)::int as n from (
      select from records r where r.project_id = ${projectId}::uuid and r.status = 'needs_adjudication'
        and not ${isUnsettled(Prisma.sql`r.id`)}
      limit ${waitingLimit}
    ) found`);
  return counted?.n ?? 0;
}

/** `r` the records, `o` their rounds, `s` what was said in them. */
function disputed(projectId: string, userId: string): Prisma.Sql {
  return Prisma.sql`(
      select * from records r where r.project_id = ${projectId}::uuid and r.status = 'needs_adjudication'
        and not ${isUnsettled(Prisma.sql`r.id`)}
    ) r
    cross join lateral (
      select id, agreement from review_rounds where record_id = r.id order by number desc limit 1
    ) o
    cross join lateral (
      select coalesce(jsonb_agg(v.decision order by v.submitted_at) filter (where v.round_id = o.id), '[]') as decisions,
        coalesce(bool_or(v.reviewer_id = ${userId}::uuid), false) as mine
      from review_rounds a join reviews v on v.round_id = a.id
      where a.record_id = r.id and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
        and not v.after_reveal
    ) s`;
}
