import type { ChildProcess } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { beliefs, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { end, finished, prepareRuns, spawnWorker, startRecipe } from "#lib/server/testing/runs.ts";

const key = "sk-canary-that-no-one-may-see";
const kinds: readonly Misbehaviour[] = [
  "server_error",
  "html",
  "cut",
  "error_in_success",
  "bad_json",
  "resets",
];

let worker: ChildProcess;
let endpoint: FakeEndpoint;

afterEach(async () => {
  await end(worker, "SIGKILL");
  await endpoint.close();
});

test("a key that an endpoint repeats in every error is in no log line and in no row", {
  timeout: 60_000,
}, async () => {
  endpoint = await startFakeEndpoint({
    plan: ({ n }) => (n % 3 === 0 ? (kinds[(n / 3) % kinds.length] ?? null) : null),
  });
  const { start } = await prepareRuns({ prompts: 8, url: endpoint.url, endpoint: { key } });
  worker = await spawnWorker({ LOG_LEVEL: "debug" });
  const logged: string[] = [];
  worker.stderr?.on("data", (chunk) => logged.push(String(chunk)));
  const run = await start();
  await finished(run.id);
  await end(worker, "SIGTERM");

  expect(endpoint.calls.some((call) => call.key === key && call.misbehaved)).toBe(true);
  expect(logged.join("")).toMatch(/Worker stopping/);
  expect(logged.join("")).not.toContain(key);
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) {
    const { rows } = await pool.query(`select from ${name} t where to_jsonb(t)::text like $1`, [`%${key}%`]);
    expect(rows, name).toHaveLength(0);
  }
});

test("a belief is in no log line, also where replies that hold one are at fault", {
  timeout: 60_000,
}, async () => {
  const marker = "A placeholder belief";
  endpoint = await startFakeEndpoint({ plan: ({ n }) => (n % 5 === 0 ? "bad_json" : null) });
  const { projectId, endpointId } = await prepareRuns({ prompts: 3, url: endpoint.url });
  await db.project.update({ where: { id: projectId }, data: { beliefRuns: true } });
  worker = await spawnWorker({ LOG_LEVEL: "debug" });
  const logged: string[] = [];
  worker.stderr?.on("data", (chunk) => logged.push(String(chunk)));
  await finished((await startRecipe(projectId, endpointId, zeroShot)).id);
  const { id: runId } = await startRecipe(projectId, endpointId, beliefs);
  await finished(runId);
  await end(worker, "SIGTERM");

  expect(logged.join("")).toMatch(/Worker stopping/);
  expect(logged.join("")).not.toContain(marker);
  // The control: it was said, and is where it may be.
  const said = await db.turn.findMany({ where: { stage: "whisper", deliberation: { runId } } });
  expect(JSON.stringify(said.map(({ reply }) => reply))).toContain(marker);
});
