import { pool } from "#lib/server/database/client.ts";

/** A counter that does not say what there is to count. */
export type Discrepancy = {
  /** Which counter, of what. */
  counter: string;
  stored: string;
  counted: string;
};

/** SQL per kind of counter; each gives only rows that differ. All of them scan, so this is nothing for a page. */
const recounts = [
  // Outcomes, turns, attempts, tokens and cost of a run.
  `with stored as (
     select run_id, outcome, sum(n) as n, sum(turns) as turns, sum(attempts) as attempts, sum(tokens_in) as tokens_in,
       sum(tokens_cached) as tokens_cached, sum(tokens_out) as tokens_out, sum(cost_micros) as cost_micros
     from run_tallies group by 1, 2 having sum(n) <> 0
   ), counted as (
     select run_id, outcome, count(*) as n, sum(turn_count) as turns, sum(attempt_count) as attempts,
       sum(tokens_in) as tokens_in, sum(tokens_cached) as tokens_cached, sum(tokens_out) as tokens_out,
       sum(cost_micros) as cost_micros
     from deliberations where outcome is not null group by 1, 2
   )
   select 'tally of run ' || run_id || ', ' || outcome as counter, to_json(s)::text as stored, to_json(c)::text as counted
   from stored s full join counted c using (run_id, outcome)
   where (s.n, s.turns, s.attempts, s.tokens_in, s.tokens_cached, s.tokens_out, s.cost_micros)
     is distinct from (c.n, c.turns, c.attempts, c.tokens_in, c.tokens_cached, c.tokens_out, c.cost_micros)`,
  // What a deliberation used, as far as its leases have ended.
  `with counted as (
     select d.id, (select count(*) from turns t where t.deliberation_id = d.id) as turns, count(a.*) as attempts,
       coalesce(sum(a.tokens_in), 0) as tokens_in, coalesce(sum(a.tokens_cached), 0) as tokens_cached,
       coalesce(sum(a.tokens_out), 0) as tokens_out, coalesce(sum(a.cost_micros), 0) as cost_micros
     from deliberations d left join attempts a on a.deliberation_id = d.id where d.worker_id is null group by d.id
   )
   select 'deliberation ' || d.id as counter, to_json(c)::text as counted,
     json_build_object('turns', d.turn_count, 'attempts', d.attempt_count, 'tokens_in', d.tokens_in, 'tokens_cached',
       d.tokens_cached, 'tokens_out', d.tokens_out, 'cost_micros', d.cost_micros)::text as stored
   from deliberations d join counted c using (id)
   where (d.turn_count, d.attempt_count, d.tokens_in, d.tokens_cached, d.tokens_out, d.cost_micros)
     is distinct from (c.turns, c.attempts, c.tokens_in, c.tokens_cached, c.tokens_out, c.cost_micros)`,
  `select 'subjects of run ' || r.id as counter, r.subjects::text as stored, count(d.id)::text as counted
   from runs r left join deliberations d on d.run_id = r.id group by r.id having r.subjects <> count(d.id)`,
  // Money: what is drawn is in wallets or was counted.
  `with counted as (
     select b.run_id, (select coalesce(sum(w.held_micros), 0) from run_wallets w where w.run_id = b.run_id)
       + (select coalesce(sum(d.cost_micros), 0) from deliberations d where d.run_id = b.run_id) as micros
     from run_budgets b
   )
   select 'micro-dollars held of run ' || run_id as counter, b.held_micros::text as stored, c.micros::text as counted
   from run_budgets b join counted c using (run_id) where b.held_micros <> c.micros`,
  // A month may hold more than was spent in it, by what wallets held when it began, but never less.
  `with counted as (
     select m.project_id, (
       select coalesce(sum(w.held_micros), 0) from run_wallets w join runs r on r.id = w.run_id
       where r.project_id = m.project_id
     ) + (
       select coalesce(sum(a.cost_micros), 0) from runs r join deliberations d on d.run_id = r.id
       join attempts a on a.deliberation_id = d.id
       where r.project_id = m.project_id and d.worker_id is null
         and a.created_at >= this_month()::timestamp at time zone 'UTC'
     ) as micros
     from project_months m where m.month = this_month()
   )
   select 'micro-dollars held this month of project ' || project_id as counter, m.held_micros::text as stored,
     'at least ' || c.micros as counted
   from project_months m join counted c using (project_id) where m.month = this_month() and m.held_micros < c.micros`,
  `with stored as (select project_id, status, sum(n) as n from record_tallies group by 1, 2 having sum(n) <> 0),
     counted as (select project_id, status, count(*) as n from records group by 1, 2)
   select 'records of project ' || project_id || ', ' || status as counter, coalesce(s.n, 0)::text as stored,
     coalesce(c.n, 0)::text as counted
   from stored s full join counted c using (project_id, status) where s.n is distinct from c.n`,
  `with stored as (
     select run_id, endpoint_version_id, category, sum(replies) as replies, sum(refusals) as refusals
     from refusal_tallies group by 1, 2, 3 having sum(replies) <> 0
   ), counted as (
     select d.run_id, a.endpoint_version_id, coalesce(p.category, '') as category, count(*) as replies,
       count(*) filter (where is_refusal(a.fault)) as refusals
     from deliberations d join attempts a on a.deliberation_id = d.id and is_reply(a.fault)
     join prompts p on p.id = d.prompt_id
     where d.outcome is not null group by 1, 2, 3
   )
   select 'refusals in run ' || run_id || ' by ' || endpoint_version_id || ', ' || category as counter,
     coalesce(s.refusals || ' of ' || s.replies, '0') as stored, coalesce(c.refusals || ' of ' || c.replies, '0') as counted
   from stored s full join counted c using (run_id, endpoint_version_id, category)
   where (s.replies, s.refusals) is distinct from (c.replies, c.refusals)`,
  `with stored as (select run_id, "check", sum(n) as n from finding_tallies group by 1, 2), counted as (
     select r.run_id, f."check", count(distinct f.revision_id) as n
     from findings f join revisions v on v.id = f.revision_id and v.number = 1
     join records r on r.id = v.record_id and r.run_id is not null group by 1, 2
   )
   select 'findings in run ' || run_id || ', ' || "check" as counter, coalesce(s.n, 0)::text as stored,
     coalesce(c.n, 0)::text as counted
   from stored s full join counted c using (run_id, "check") where s.n is distinct from c.n`,
  // Numbers are given once: the counter is never behind.
  `select 'last prompt number of project ' || p.id as counter, p.last_prompt_number::text as stored,
     max(x.number)::text as counted
   from projects p join prompts x on x.project_id = p.id group by p.id having max(x.number) > p.last_prompt_number`,
  `select 'last run number of project ' || p.id as counter, p.last_run_number::text as stored,
     max(r.number)::text as counted
   from projects p join runs r on r.project_id = p.id group by p.id having max(r.number) > p.last_run_number`,
];

/** Counts again all that is counted, as of one moment, while workers go on. @returns what differs */
export async function recount(): Promise<Discrepancy[]> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const found: Discrepancy[] = [];
    for (const text of recounts) found.push(...(await client.query<Discrepancy>(text)).rows);
    await client.query("commit");
    return found;
  } finally {
    // A transaction that failed ends with its connection.
    client.release(true);
  }
}
