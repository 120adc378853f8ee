import { afterAll, beforeAll, expect, test } from "vitest";
import { outcomes } from "#lib/domain/deliberation/outcome.ts";
import { fraction, seedFor } from "#lib/domain/deliberation/seed.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "./worker.ts";

const key = "sk-canary-of-this-test";
const kinds: readonly Misbehaviour[] = [
  "server_error",
  "rate_limited",
  "hangs",
  "cut",
  "bad_json",
  "refuses",
  "truncated",
  "error_in_success",
];
const seed = 20_261_123;

/** A fifth of all requests goes wrong, by a schedule that is the same every time. */
function schedule(n: number): Misbehaviour | null {
  if (fraction(seed, n) >= 0.2) return null;
  return kinds[seedFor(seed, "kind", n) % kinds.length] ?? null;
}

let endpoint: FakeEndpoint;
let worker: Worker;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({
    plan: ({ n }) => schedule(n),
    retryAfter: () => ({ "retry-after": "1" }),
    latencyMs: () => 10,
  });
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

test("100 prompts with a fifth of all calls going wrong all end in a named outcome, and everything adds up", async () => {
  const { start } = await prepareRuns({
    prompts: 100,
    url: endpoint.url,
    budgets: { callSeconds: 1 },
    endpoint: { key },
    version: { inputPrice: 1_000_000, outputPrice: 2_000_000 },
  });
  const run = await start();
  await finished(run.id);

  const misbehaved = endpoint.calls.filter((call) => call.misbehaved);
  expect(new Set(misbehaved.map((call) => call.misbehaved)), `schedule ${seed}`).toEqual(new Set(kinds));

  const progress = await loadRunProgress(operator, run.id);
  const ended = outcomes.reduce((sum, outcome) => sum + (progress.outcomes[outcome] ?? 0), 0);
  expect(ended).toBe(100);
  expect(progress.outcomes.consensus).toBeGreaterThan(70);
  expect(progress).toMatchObject({ status: "finished", inFlight: 0, waiting: 0, etaSeconds: null });

  // The endpoint's own ledger: every request is an attempt, none was made up.
  expect(progress.attempts).toBe(endpoint.calls.length);
  const [stored] = await sumsOf(run.id);
  expect(progress).toMatchObject(stored ?? {});

  const records = await db.record.count({ where: { runId: run.id, status: "awaiting_review" } });
  expect(records).toBe(progress.outcomes.consensus);
  // An outcome that does not say it all comes with a sentence that does.
  const unexplained = await db.deliberation.count({
    where: {
      runId: run.id,
      outcome: { in: ["endpoint_failed", "unparseable", "truncated", "budget_spent"] },
      outcomeReason: null,
    },
  });
  expect(unexplained).toBe(0);
}, 60_000);

test("no key and no word of the endpoint's errors is stored anywhere", async () => {
  const { rows } = await pool.query<{ text: string }>(
    `select to_jsonb(a)::text as text from attempts a
     union all select to_jsonb(t)::text from turns t
     union all select to_jsonb(e)::text from endpoints e
     union all select to_jsonb(v)::text from audit_events v
     union all select to_jsonb(d)::text from deliberations d`,
  );
  expect(rows.length).toBeGreaterThan(700);
  expect(rows.filter(({ text }) => text.includes(key) || text.includes("for key"))).toEqual([]);
});

/** Figures counted from the attempts and turns themselves. */
async function sumsOf(runId: string) {
  const { rows } = await pool.query<Record<string, number>>(
    `select count(*)::int as attempts, (count(*) filter (where fault is null))::int as turns,
       coalesce(sum(tokens_in), 0)::int as "tokensIn", coalesce(sum(tokens_cached), 0)::int as "tokensCached",
       coalesce(sum(tokens_out), 0)::int as "tokensOut", sum(cost_micros)::int as "costMicros"
     from attempts where deliberation_id in (select id from deliberations where run_id = $1)`,
    [runId],
  );
  return rows;
}
