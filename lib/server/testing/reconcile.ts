import { expect } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { operator } from "./runs.ts";

/** Holds the counters of a run against what they count. */
export async function reconcile(runId: string): Promise<void> {
  const [progress, byOutcome] = await Promise.all([
    loadRunProgress(operator, runId),
    db.deliberation.groupBy({ by: ["outcome"], where: { runId }, _count: true }),
  ]);
  const counted = Object.fromEntries(byOutcome.map(({ outcome, _count }) => [outcome ?? "open", _count]));
  const { open = 0, ...ended } = counted;
  expect(progress.outcomes).toEqual(ended);
  expect(progress.inFlight + progress.waiting).toBe(open);
  expect(await refusals(tallied, runId)).toEqual(await refusals(attempted, runId));
  expect(await db.attempt.count({ where: { deliberation: { runId } } })).toBe(progress.attempts);
  expect(await db.turn.count({ where: { deliberation: { runId } } })).toBe(progress.turns);
}

const tallied = `select endpoint_version_id, category, sum(replies)::int as replies, sum(refusals)::int as refusals
  from refusal_tallies where run_id = $1 group by 1, 2 having sum(replies) <> 0 order by 1, 2`;
const attempted = `select a.endpoint_version_id, coalesce(p.category, '') as category, count(*)::int as replies,
    (count(*) filter (where is_refusal(a.fault)))::int as refusals
  from deliberations d join prompts p on p.id = d.prompt_id join attempts a on a.deliberation_id = d.id
  where d.run_id = $1 and d.outcome is not null and is_reply(a.fault) group by 1, 2 order by 1, 2`;

async function refusals(text: string, runId: string): Promise<unknown[]> {
  return (await pool.query(text, [runId])).rows;
}
