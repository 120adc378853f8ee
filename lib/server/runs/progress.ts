import type { Actor } from "#lib/domain/access/actions.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import { pool } from "#lib/server/database/client.ts";
import { livingWorkers } from "#lib/server/worker/living.ts";
import { findRunById } from "./find.ts";

/**
 * Live figures of a run.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunProgress(actor: Actor, runId: string): Promise<RunProgress> {
  await findRunById(actor, "runs.read", runId);
  return progressOf(runId);
}

/** Seconds over which the pace is taken. */
const paceSeconds = 120;

type Figures = {
  status: RunProgress["status"];
  subjects: number;
  capMicros: string | null;
  spentMonthMicros: string | null;
  outcomes: RunProgress["outcomes"] | null;
  waitingFor: RunProgress["waitingFor"] | null;
  stoppedEndpoints: RunProgress["stoppedEndpoints"] | null;
  inFlight: number;
  ended: number;
  endedLately: number;
  seconds: number | null;
  turns: string;
  attempts: string;
  tokensIn: string;
  tokensCached: string;
  tokensOut: string;
  costMicros: string;
  workers: number;
};

/**
 * The figures themselves, for those who have been authorized. What ended is read from tallies; what waits carries
 * its own sums; only for the few in flight are the attempts themselves added up.
 */
export async function progressOf(runId: string): Promise<RunProgress> {
  const { rows } = await pool.query<Figures>({ name: "run progress", text: figures, values: [runId] });
  const [row] = rows;
  if (!row) throw new Error(`There is no run ${runId}.`);
  const { seconds, ended, endedLately, ...rest } = row;
  const open = row.subjects - ended;
  const pace = seconds ? endedLately / Math.min(paceSeconds, seconds) : 0;
  return {
    ...rest,
    outcomes: row.outcomes ?? {},
    waitingFor: row.waitingFor ?? [],
    stoppedEndpoints: row.stoppedEndpoints ?? [],
    waiting: open - row.inFlight,
    turns: Number(row.turns),
    attempts: Number(row.attempts),
    tokensIn: Number(row.tokensIn),
    tokensCached: Number(row.tokensCached),
    tokensOut: Number(row.tokensOut),
    costMicros: Number(row.costMicros),
    capMicros: row.capMicros === null ? null : Number(row.capMicros),
    spentMonthMicros: row.spentMonthMicros === null ? null : Number(row.spentMonthMicros),
    // What only waits goes at nobody's pace.
    etaSeconds: pace > 0 && row.status === "running" && row.inFlight > 0 ? Math.ceil(open / pace) : null,
  };
}

const sums = `coalesce(sum(attempt_count), 0) as attempts, coalesce(sum(tokens_in), 0) as tokens_in,
  coalesce(sum(tokens_cached), 0) as tokens_cached, coalesce(sum(tokens_out), 0) as tokens_out,
  coalesce(sum(cost_micros), 0) as cost_micros`;

const figures = `
with tallied as (
  select outcome, sum(n) as n, sum(turns) as turns, sum(attempts) as attempts, sum(tokens_in) as tokens_in,
    sum(tokens_cached) as tokens_cached, sum(tokens_out) as tokens_out, sum(cost_micros) as cost_micros
  from run_tallies where run_id = $1 group by outcome having sum(n) <> 0
), held as (
  select id from deliberations where run_id = $1 and outcome is null and worker_id is not null
), spent as (
  select sum(turns) as turns, sum(attempts) as attempts, sum(tokens_in) as tokens_in,
    sum(tokens_cached) as tokens_cached, sum(tokens_out) as tokens_out, sum(cost_micros) as cost_micros
  from (
    select turns, attempts, tokens_in, tokens_cached, tokens_out, cost_micros from tallied
    union all
    select coalesce(sum(turn_count), 0), ${sums} from deliberations
      where run_id = $1 and outcome is null and worker_id is null and attempt_count > 0
    union all
    select count(*) filter (where fault is null), count(*), coalesce(sum(tokens_in), 0),
      coalesce(sum(tokens_cached), 0), coalesce(sum(tokens_out), 0), coalesce(sum(cost_micros), 0)
      from attempts where deliberation_id in (select id from held)
  ) parts
)
select r.status, r.subjects, b.cap_micros as "capMicros",
  (select p.monthly_cap_micros from project_months m join projects p on p.id = m.project_id
    where m.project_id = r.project_id and m.month = this_month() and m.spent_at is not null) as "spentMonthMicros",
  (select json_object_agg(outcome, n) from tallied) as outcomes,
  (select json_agg(json_build_object('reason', waiting_for, 'n', n)) from (
    select waiting_for, count(*) as n from deliberations
    where run_id = $1 and outcome is null and waiting_for is not null group by 1 order by 2 desc
  ) w) as "waitingFor",
  (select json_agg(distinct jsonb_build_object(
      'name', e.name, 'reason', coalesce(e.stopped_reason, 'by_admin'), 'since', e.stopped_at))
    from plan_roles pr
    join endpoint_versions ev on ev.id = pr.endpoint_version_id
    join endpoints e on e.id = ev.endpoint_id
    where pr.plan_id = r.plan_id and e.state = 'stopped') as "stoppedEndpoints",
  (select count(*)::int from held) as "inFlight",
  coalesce((select sum(n) from tallied), 0)::int as ended,
  (select count(*)::int from deliberations
    where run_id = $1 and outcome is not null and finished_at > now() - interval '${paceSeconds} s') as "endedLately",
  extract(epoch from now() - greatest(r.started_at, r.resumed_at))::float8 as seconds,
  coalesce(s.turns, 0) as turns, coalesce(s.attempts, 0) as attempts, coalesce(s.tokens_in, 0) as "tokensIn",
  coalesce(s.tokens_cached, 0) as "tokensCached", coalesce(s.tokens_out, 0) as "tokensOut",
  coalesce(s.cost_micros, 0) as "costMicros",
  (${livingWorkers}) as workers
from runs r left join run_budgets b on b.run_id = r.id cross join spent s
where r.id = $1`;
