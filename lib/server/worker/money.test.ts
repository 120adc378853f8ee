import { expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { end, finished, isTakenOver, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

/** A dollar per million tokens in, two out: a call is reserved at about a cent and costs a tenth of one. */
const version = { inputPrice: 1_000_000, outputPrice: 2_000_000 };

/** What the budget's row, the wallets and the attempts say at this moment. */
async function books(runId: string) {
  const { rows } = await pool.query<{
    cap: number;
    held: number;
    wallets: number;
    counted: number;
    spent: number;
  }>(
    `select cap_micros::int as cap, held_micros::int as held,
       (select coalesce(sum(held_micros), 0)::int from run_wallets where run_id = $1) as wallets,
       (select sum(cost_micros)::int from deliberations where run_id = $1) as counted,
       (select coalesce(sum(cost_micros), 0)::int from attempts
        where deliberation_id in (select id from deliberations where run_id = $1)) as spent
     from run_budgets where run_id = $1`,
    [runId],
  );
  const [row] = rows;
  if (!row) throw new Error("The run has no budget.");
  return row;
}

test("a cap is not overshot by two workers at once, and what it does not reach ends as budget spent", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 20 });
  const { start } = await prepareRuns({ prompts: 40, url: endpoint.url, version });
  await workerForTest();
  await workerForTest();
  const capMicros = 300_000;
  const run = await start({ capMicros });
  await until(async () => {
    const { held, wallets, counted, spent } = await books(run.id);
    // At every moment: what is held is what wallets hold and what was counted, and nothing is spent that is not held.
    expect(held).toBeLessThanOrEqual(capMicros);
    expect(held).toBe(wallets + counted);
    expect(spent).toBeLessThanOrEqual(held);
    return (await db.run.findUniqueOrThrow({ where: { id: run.id } })).status === "finished";
  });
  const progress = await loadRunProgress(operator, run.id);
  expect(progress.outcomes.budget_spent).toBeGreaterThan(0);
  expect((progress.outcomes.budget_spent ?? 0) + (progress.outcomes.consensus ?? 0)).toBe(40);
  expect(progress.costMicros).toBeLessThanOrEqual(capMicros);
  // Not given up long before it: less than what two dozen calls reserve is left.
  expect(progress.costMicros).toBeGreaterThan(capMicros * 0.4);
  const after = await until(async () => {
    const now = await books(run.id);
    return now.wallets === 0 && now;
  });
  expect(after).toMatchObject({
    held: progress.costMicros,
    counted: progress.costMicros,
    spent: progress.costMicros,
  });
});

test("a dead worker's wallet is settled by who takes over, its lost calls costed as reserved", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 60 });
  const { start } = await prepareRuns({ prompts: 12, url: endpoint.url, version });
  const doomed = await workerForTest();
  const run = await start({ capMicros: 5_000_000 });
  await until(() => endpoint.calls.length > 30);
  await end(doomed, "SIGKILL");
  await workerForTest();
  await until(() => isTakenOver(run.id));
  await finished(run.id);
  const lost = await db.attempt.findMany({ where: { fault: "lost", deliberation: { runId: run.id } } });
  for (const { costMicros } of lost) expect(costMicros).toBeGreaterThan(2_000n);
  const after = await until(async () => {
    const now = await books(run.id);
    return now.wallets === 0 && now;
  });
  expect(after.held).toBe(after.spent);
  expect(after.counted).toBe(after.spent);
});
