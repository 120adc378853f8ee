import { pool } from "#lib/server/database/client.ts";
import type { Job } from "./queue.ts";

/** How many deliberations of one run are offered at a time: enough for a round trip, too few for one run to fill the queue. */
const perRun = 32;

/**
 * Picks what is due and held by nobody: of every run under way some deliberations, begun ones before new ones. What is on
 * offer already is picked again until someone has claimed it; the queue has it once.
 *
 * While a project has spent its month, nothing of it is offered.
 *
 * @param exceptRuns of which this worker has enough
 */
export async function pickDue(exceptRuns: readonly string[]): Promise<Job[]> {
  const { rows } = await pool.query<Job>({
    name: "pick due",
    text: `
      select d.id, r.id as "runId", d.priority from runs r cross join lateral (
        (${due("and d.attempt_count > 0")}) union (${due("")})
      ) d
      where r.finished_at is null and r.status in ('queued', 'running') and r.id <> all($1)
        and not exists (select from project_months m where m.project_id = r.project_id and m.month = this_month()
          and m.spent_at is not null)`,
    values: [exceptRuns],
  });
  return rows;
}

/** SQL: the first of a run. What a claim would not take is not offered: it would be offered without end. */
function due(which: string): string {
  return `select d.id, d.priority from deliberations d join prompts p on p.id = d.prompt_id
    where d.run_id = r.id and d.outcome is null and d.worker_id is null ${which} and d.ready_at <= now()
      and p.erasure_id is null
    order by d.ready_at limit ${perRun}`;
}
