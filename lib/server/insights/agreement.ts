import type { Actor } from "#lib/domain/access/actions.ts";
import { Label } from "#lib/domain/deliberation/reply.ts";
import { type Agreement, agreementOf } from "#lib/domain/insights/agreement.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/** How many of the newest finished rounds are looked at. */
const newest = 2_000;

/** How reviewers agree, with names for the ids in it. */
export type NamedAgreement = Agreement & { names: Record<string, string> };

/**
 * How the reviewers of a project agree, from the newest rounds that all their reviewers have finished for good; open
 * rounds, planted records and what was written after others were shown are left out.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadAgreement(actor: Actor, projectId: string): Promise<NamedAgreement> {
  await authorize(actor, "records.read", { projectId });
  const rows = await db.$queryRaw<Row[]>`
    with finished as (
      select o.id from review_rounds o join records r on r.id = o.record_id
      where r.project_id = ${projectId}::uuid and not r.planted and o.slots > 1
        and o.closed_at < ${undoableSince(new Date())}
        and (select count(*) from reviews v where v.round_id = o.id and v.kind = 'review' and v.status = 'submitted'
          and v.withdrawn_at is null and not v.after_reveal) >= o.slots
      order by o.id desc limit ${newest}
    )
    select v.round_id as round, v.reviewer_id as rater, u.name, v.decision,
      coalesce((select jsonb_object_agg(l.thought_id, l.label) from labels l where l.review_id = v.id), '{}') as labels,
      coalesce((select jsonb_object_agg(s.dimension, s.value) from scores s where s.review_id = v.id), '{}') as scores
    from finished o join reviews v on v.round_id = o.id join users u on u.id = v.reviewer_id
    where v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null and not v.after_reveal
    order by v.round_id, v.id`;
  const agreement = agreementOf(
    rows.map(({ name: _, labels, ...review }) => ({
      ...review,
      labels: Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, Label.parse(label)])),
    })),
  );
  return { ...agreement, names: Object.fromEntries(rows.map(({ rater, name }) => [rater, name])) };
}

type Row = {
  round: string;
  rater: string;
  name: string;
  decision: Decision;
  labels: Record<string, string>;
  scores: Record<string, number>;
};
