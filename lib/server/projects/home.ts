import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import { Label } from "#lib/domain/deliberation/reply.ts";
import type { Home, Overview } from "#lib/domain/project/home.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { countRecords } from "#lib/server/reviews/count-records.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";
import { listRuns } from "#lib/server/runs/list.ts";

/** How many of the newest records are looked into for what was removed. */
const newest = 200;

/**
 * What the project home shows to this person.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadHome(actor: Actor, projectId: string): Promise<Home> {
  const role = await authorize(actor, "project.read", { projectId });
  const mine = can(actor, "records.review", role)
    ? await waitingFor(actor, projectId)
    : { waiting: 0, unfinished: null };
  return {
    waitingForMe: mine.waiting,
    unfinished: mine.unfinished,
    overview: can(actor, "runs.read", role)
      ? await loadOverview(actor, projectId, can(actor, "records.review", role))
      : null,
  };
}

async function loadOverview(actor: Actor, projectId: string, mayReview: boolean): Promise<Overview> {
  const [project, records, runs, sums, removed, approvedByDay, steps] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: projectId }, select: { lastPromptNumber: true } }),
    countRecords(projectId, mayReview),
    listRuns(actor, projectId, { active: true }),
    outcomesOf(projectId),
    removedIn(projectId),
    approvalsByDay(projectId, undoableSince(new Date())),
    stepsDone(actor, projectId),
  ]);
  const approved = records.approved ?? 0;
  return {
    prompts: project.lastPromptNumber,
    records,
    running: runs.rows,
    outcomes: sums.outcomes,
    removed: removed.labels,
    removedOver: removed.records,
    approvedByDay,
    costPerApproved: approved === 0 || sums.costMicros === 0 ? null : Math.round(sums.costMicros / approved),
    synthetic: sums.synthetic,
    steps,
  };
}

async function outcomesOf(projectId: string) {
  const { rows } = await pool.query<{ outcome: Outcome; n: number; cost: string; synthetic: boolean }>(
    `select t.outcome, sum(t.n)::int as n, sum(t.cost_micros)::text as cost, bool_or(r.synthetic) as synthetic
     from run_tallies t join runs r on r.id = t.run_id
     where r.project_id = $1 and r.opens_reviews group by 1`,
    [projectId],
  );
  return {
    outcomes: Object.fromEntries(rows.map((row) => [row.outcome, row.n])) as Partial<Record<Outcome, number>>,
    costMicros: rows.reduce((sum, row) => sum + Number(row.cost), 0),
    synthetic: rows.some((row) => row.synthetic),
  };
}

/** What the refiner took out of the first revisions of the newest records. */
async function removedIn(projectId: string) {
  const { rows } = await pool.query<{ label: string | null; n: number; records: number }>(
    `with recent as (
       select v.thoughts from records r join revisions v on v.record_id = r.id and v.number = 1
       where r.project_id = $1 and r.deliberation_id is not null and v.erasure_id is null
       order by r.id desc limit $2)
     select t -> 'removed' ->> 'label' as label, count(*)::int as n, (select count(*)::int from recent) as records
     from recent, jsonb_array_elements(recent.thoughts) t
     where t ? 'removed' group by 1 order by 2 desc`,
    [projectId, newest],
  );
  return {
    labels: rows.flatMap((row) => {
      const label = Label.safeParse(row.label);
      return label.success ? [{ label: label.data, n: row.n }] : [];
    }),
    records: rows[0]?.records ?? 0,
  };
}

/** @param before approvals since then can still be taken back, and are not told of */
async function approvalsByDay(projectId: string, before: Date): Promise<{ day: string; n: number }[]> {
  const { rows } = await pool.query<{ day: string; n: number }>(
    `select to_char(day, 'YYYY-MM-DD') as day, count(a.id)::int as n
     from generate_series(date_trunc('day', now() at time zone 'utc') - interval '13 days',
                          date_trunc('day', now() at time zone 'utc'), interval '1 day') as day
     left join (
       select a.id, a.approved_at from approvals a join records r on r.id = a.record_id
       where r.project_id = $1 and a.withdrawn_at is null and a.approved_at > now() - interval '15 days'
         and a.approved_at < $2
     ) a on date_trunc('day', a.approved_at at time zone 'utc') = day
     group by day order by day`,
    [projectId, before],
  );
  return rows;
}

/** What is done of the first steps; a review that is still to be kept from others counts for who gave it. */
async function stepsDone(actor: Actor, projectId: string): Promise<Overview["steps"]> {
  const { rows } = await pool.query<Overview["steps"]>(
    `select
       exists (select from deliberations d join runs r on r.id = d.run_id
               where r.project_id = $1 and d.priority > 0 and d.outcome is not null) as watched,
       exists (select from reviews v join review_rounds o on o.id = v.round_id join records r on r.id = o.record_id
               join users u on u.id = v.reviewer_id
               where r.project_id = $1 and v.revision_id is not null and not u.banned and v.submitted_at < $2
                 and (o.closed_at < $2 or v.reviewer_id = $3)) as fixed,
       exists (select from approvals a join records r on r.id = a.record_id join reviews v on v.id = a.review_id
               join users u on u.id = v.reviewer_id where r.project_id = $1 and not u.banned and a.approved_at < $2) as approved,
       exists (select from releases e join snapshots s on s.id = e.snapshot_id where s.project_id = $1) as released`,
    [projectId, undoableSince(new Date()), actor.kind === "person" ? actor.userId : null],
  );
  return rows[0] ?? { watched: false, fixed: false, approved: false, released: false };
}
