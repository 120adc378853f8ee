import { expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { loadSettings, saveSettings } from "#lib/server/projects/settings.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import type { FakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { finished, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

let endpoint: FakeEndpoint;

/** A dollar per million tokens in, two out: a call is reserved at about a cent and costs a tenth of one. */
const version = { inputPrice: 1_000_000, outputPrice: 2_000_000 };
const cap = 120_000;
/** So many in each of two runs cost more than two months have room for. */
const prompts = 30;

async function setCap(slug: string, monthlyCapMicros: number | null) {
  const { usedThisMonthMicros, ...settings } = await loadSettings(operator, slug);
  await saveSettings(operator, slug, { ...settings, monthlyCapMicros });
}

/** What the month's row, the wallets and the attempts of the project say at this moment. */
async function books(projectId: string) {
  const { rows } = await pool.query<{ held: number; wallets: number; spent: number }>(
    `select coalesce((select held_micros from project_months where project_id = $1 and month = this_month()), 0)::int as held,
       (select coalesce(sum(w.held_micros), 0)::int from run_wallets w join runs r on r.id = w.run_id
        where r.project_id = $1) as wallets,
       (select coalesce(sum(a.cost_micros), 0)::int from attempts a join deliberations d on d.id = a.deliberation_id
        join runs r on r.id = d.run_id where r.project_id = $1) as spent`,
    [projectId],
  );
  return rows[0] ?? { held: 0, wallets: 0, spent: 0 };
}

/** Two runs of a project with a cap, until two workers have used it up between them. */
async function spendTheMonth() {
  endpoint = await endpointForTest({ latencyMs: () => 15 });
  const project = await prepareRuns({
    prompts,
    url: endpoint.url,
    version,
    budgets: { deliberationSeconds: 60 },
  });
  await setCap(project.slug, cap);
  await workerForTest();
  await workerForTest();
  const runs = [await project.start(), await project.start({ capMicros: 5_000_000 })];
  await until(async () => {
    const { held, wallets, spent } = await books(project.projectId);
    expect(held).toBeLessThanOrEqual(cap);
    expect(spent).toBeLessThanOrEqual(held);
    const all = await Promise.all(runs.map((run) => loadRunProgress(operator, run.id)));
    // What is left in a wallet is given back right after the last lease.
    return wallets === 0 && all.every((run) => run.spentMonthMicros === cap && run.inFlight === 0);
  });
  return { ...project, runs };
}

test("a project's cap for the month is not overshot by two workers and two runs, and what has no room waits", {
  timeout: 90_000,
}, async () => {
  const { projectId, slug, runs } = await spendTheMonth();
  const calls = endpoint.calls.length;
  const { held, wallets, spent } = await books(projectId);
  expect({ held, wallets }).toEqual({ held: spent, wallets: 0 });
  expect(spent).toBeGreaterThan(cap * 0.7);
  const waiting = await db.deliberation.count({
    where: { runId: { in: runs.map(({ id }) => id) }, outcome: null },
  });
  expect(waiting).toBeGreaterThan(0);
  expect(await db.deliberation.count({ where: { outcome: "budget_spent" } })).toBe(0);

  // However long it takes: no deadline runs meanwhile.
  await db.$executeRaw`update deliberations set started_at = started_at - interval '10 days' where outcome is null`;
  expect(endpoint.calls.length).toBe(calls);
  await setCap(slug, cap * 20);
  for (const { id } of runs) {
    await finished(id);
    expect((await loadRunProgress(operator, id)).outcomes).toEqual({ consensus: prompts });
  }
  expect(await loadSettings(operator, slug)).toMatchObject({
    usedThisMonthMicros: (await books(projectId)).spent,
  });
});

test("a new month begins by itself", { timeout: 90_000 }, async () => {
  const { projectId, runs } = await spendTheMonth();
  const spentBefore = (await books(projectId)).spent;
  // As if it had begun long ago, and the month ended in this moment.
  await db.$executeRaw`update deliberations set started_at = started_at - interval '31 days' where started_at is not null`;
  await pool.query(`create or replace function this_month() returns date language sql stable as $$
    select (date_trunc('month', now() at time zone 'UTC') + interval '1 month')::date $$`);
  await until(async () => (await books(projectId)).spent > spentBefore);
  await until(async () => {
    const { held, spent } = await books(projectId);
    expect(held).toBeLessThanOrEqual(cap);
    expect(spent - spentBefore).toBeLessThanOrEqual(held);
    return (await loadRunProgress(operator, runs[0]?.id ?? "")).spentMonthMicros === cap;
  });
  expect(await db.deliberation.count({ where: { outcome: "endpoint_failed" } })).toBe(0);
});
