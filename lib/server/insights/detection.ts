import { rateOf } from "#lib/domain/agreement/rate.ts";
import { Label } from "#lib/domain/deliberation/reply.ts";
import type { Detection } from "#lib/domain/insights/my-work.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { noticedFlaw } from "#lib/domain/review/flaw.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Row = {
  decision: Decision;
  labels: { thought: string; label: string }[];
  flaws: string[];
};

/**
 * How well a person tells flawed records from sound ones: what they noticed of planted flaws, and what they flagged
 * in records that were approved word for word as given by others, or by an adjudication, against or beside them.
 * The caller has authorized.
 *
 * @param until what was said later, or can still be taken back, does not count
 */
export async function detectionOf(projectId: string, reviewerId: string, until: Date): Promise<Detection> {
  const before = new Date(Math.min(until.getTime(), undoableSince(new Date()).getTime()));
  const [planted, sound] = await Promise.all([
    said(projectId, reviewerId, before, Prisma.sql`r.planted`),
    said(projectId, reviewerId, before, approvedAsGiven(before)),
  ]);
  return {
    hits: rateOf(planted.filter(noticed).length, planted.length),
    falseAlarms: rateOf(sound.filter(noticed).length, sound.length),
  };
}

function noticed({ decision, labels, flaws }: Row): boolean {
  const said = Object.fromEntries(labels.map(({ thought, label }) => [thought, Label.parse(label)]));
  return noticedFlaw({ decision, labels: said }, flaws);
}

function said(projectId: string, reviewerId: string, before: Date, which: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(Prisma.sql`
    select v.decision, r.planted_flaws as flaws, coalesce((
      select jsonb_agg(jsonb_build_object('thought', l.thought_id, 'label', l.label)) from labels l where l.review_id = v.id
    ), '[]') as labels
    from reviews v join review_rounds o on o.id = v.round_id join records r on r.id = o.record_id
    where v.reviewer_id = ${reviewerId}::uuid and r.project_id = ${projectId}::uuid and v.kind = 'review'
      and v.status = 'submitted' and v.withdrawn_at is null and not v.after_reveal and v.submitted_at < ${before}
      and ${which}`);
}

/** The round was decided by an adjudication or another person too, and approved what it was given. */
function approvedAsGiven(before: Date): Prisma.Sql {
  return Prisma.sql`not r.planted and o.slots > 1 and exists (
    select from approvals a join reviews d on d.id = a.review_id
    where a.record_id = r.id and a.withdrawn_at is null and a.revision_id = o.base_revision_id
      and d.round_id = o.id and d.submitted_at < ${before}
  )`;
}
