import type { ChildProcess } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { pool } from "#lib/server/database/client.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { end, finished, prepareRuns, spawnWorker } from "#lib/server/testing/runs.ts";

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
