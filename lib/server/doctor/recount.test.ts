import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "#lib/server/database/client.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { finished, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { recount } from "./recount.ts";

let endpoint: FakeEndpoint;
let worker: Worker;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({
    latencyMs: () => 5,
    plan: ({ n }) => (n % 9 === 0 ? "server_error" : null),
  });
  worker = await startWorker();
  const version = { inputPrice: 1_000_000, outputPrice: 2_000_000 };
  const { start } = await prepareRuns({ prompts: 8, url: endpoint.url, version });
  const run = await start();
  // Also in mid-run every counter says what there is.
  await until(() => endpoint.calls.length > 20);
  expect(await recount()).toEqual([]);
  await finished(run.id);
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

test("after a run everything adds up", async () => {
  expect(await recount()).toEqual([]);
});

test.each([
  ["tally of run", "update run_tallies set attempts = attempts + 1"],
  ["deliberation", "update deliberations set tokens_in = tokens_in + 1"],
  ["subjects of run", "update runs set subjects = subjects + 1"],
  ["micro-dollars held of run", "update run_budgets set held_micros = held_micros + 1"],
  ["micro-dollars held this month", "update project_months set held_micros = 0"],
  ["records of project", "update record_tallies set n = n + 1"],
  ["refusals in run", "update refusal_tallies set refusals = refusals + 1"],
  [
    "findings in run",
    `insert into finding_tallies (run_id, "check", shard, n) select id, 'agent_chatter', 0, 7 from runs`,
  ],
  ["last prompt number", "update projects set last_prompt_number = 0"],
  ["last run number", "update projects set last_run_number = 0"],
])("it notices where the %s is off", async (counter, mishap) => {
  const before = (await recount()).map((one) => one.counter);
  await pool.query(mishap);
  const found = (await recount()).filter((one) => !before.includes(one.counter));
  expect(found.some((one) => one.counter.startsWith(counter))).toBe(true);
});
