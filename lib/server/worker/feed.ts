import { pool } from "#lib/server/database/client.ts";
import type { Job } from "./queue.ts";

/** How many deliberations of one run are offered at a time: enough for a round trip, too few for one run to fill the queue. */
const perRun = 32;

/** What was offered and taken by nobody is offered again after this many seconds. */
const offeredAgainAfter = 30;

/**
 * Picks what is due: of every run under way some deliberations, begun ones before new ones. Of two workers that pick at
 * once, one gets each.
 *
 * While a project has spent its month, nothing of it is offered.
 *
 * @param exceptRuns of which this worker has enough
 */
export async function pickDue(exceptRuns: readonly string[]): Promise<Job[]> {
  const { rows } = await pool.query<Job>({
    name: "pick due",
    text: `
      with due as (
        select d.id from runs r cross join lateral (
          (select id from deliberations where run_id = r.id and outcome is null and worker_id is null
             and attempt_count > 0 and ready_at <= now() order by ready_at limit ${perRun})
          union
          (select id from deliberations where run_id = r.id and outcome is null and worker_id is null
             and ready_at <= now() order by ready_at limit ${perRun})
        ) d
        where r.finished_at is null and r.status in ('queued', 'running') and r.id <> all($1)
          and not exists (select from project_months m where m.project_id = r.project_id and m.month = this_month()
            and m.spent_at is not null)
      )
      update deliberations set ready_at = now() + interval '${offeredAgainAfter} s'
      where id = any(array(select id from due)) and outcome is null and worker_id is null and ready_at <= now()
      returning id, run_id as "runId", priority`,
    values: [exceptRuns],
  });
  return rows;
}
