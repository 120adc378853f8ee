import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections, db, pool } from "#lib/server/database/client.ts";
import { type Embedded, startEmbedded } from "#lib/server/database/embedded.ts";
import { embeddedPaths } from "#lib/server/database/embedded-connection.ts";
import { migrate } from "#lib/server/database/migrate.ts";
import { isDatabaseAway } from "#lib/server/database/persist.ts";
import { env } from "#lib/server/env.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import { end, finished, launchWorker, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";

// A PostgreSQL of this file alone, since others share theirs. What it acknowledged outlives its processes.
const settings = ["fsync=off", "full_page_writes=off"];
const folder = mkdtempSync(path.join(tmpdir(), "colloquy-restart-"));
let server: Embedded;
let endpoint: FakeEndpoint;
let worker: ChildProcess;

beforeAll(async () => {
  server = await startEmbedded(folder, settings);
  env.databaseUrl = server.url();
  process.env.DATABASE_URL = server.url();
  await migrate(server.url());
  endpoint = await startFakeEndpoint({ latencyMs: () => 30 });
}, 60_000);

afterAll(async () => {
  await end(worker, "SIGKILL");
  await endpoint.close();
  await closeConnections();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Asks again while the database is away. */
const patiently = <T>(ask: () => Promise<T>) =>
  until(async () => {
    try {
      return { answer: await ask() };
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return null;
    }
  }).then(({ answer }) => answer);

async function startedAt(): Promise<number> {
  const { rows } = await pool.query<{ at: Date }>("select pg_postmaster_start_time() as at");
  return rows[0]?.at.getTime() ?? 0;
}

test("a worker that starts while PostgreSQL is away says so, waits and begins", {
  timeout: 60_000,
}, async () => {
  await server.stop();
  worker = launchWorker({ LOG_LEVEL: "info" });
  const [said] = (await once(worker.stderr ?? worker, "data")) as [Buffer];
  expect(String(said)).toContain("The database did not answer");
  expect(worker.exitCode).toBeNull();

  server = await startEmbedded(folder, settings);
  await until(async () => (await patiently(() => db.worker.count())) === 1);
});

test("a crash of PostgreSQL in mid-run fails nothing and loses no turn", { timeout: 60_000 }, async () => {
  const { start } = await prepareRuns({ prompts: 30, url: endpoint.url });
  const run = await start();
  await until(() => endpoint.calls.length > 40);
  const before = await startedAt();
  // What `pg_ctl -m immediate` sends: every connection is cut, and the next start recovers from the log.
  process.kill(
    Number(readFileSync(path.join(embeddedPaths(folder).cluster, "postmaster.pid"), "utf8").split("\n")[0]),
    "SIGQUIT",
  );
  expect(await until(async () => (await patiently(startedAt)) > before)).toBe(true);
  await patiently(() => finished(run.id));

  const progress = await loadRunProgress(operator, run.id);
  expect(progress.outcomes).toEqual({ consensus: 30 });
  expect(progress.turns).toBe(30 * 7);
  expect(await compare(run.id, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
  expect(
    await db.attempt.count({ where: { fault: { notIn: ["lost"] }, deliberation: { runId: run.id } } }),
  ).toBe(0);
  expect(worker.exitCode).toBeNull();
});
