import type { ChildProcess } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { env } from "#lib/server/env.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { type Interruptible, interruptible } from "#lib/server/testing/interruption.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import { end, finished, operator, prepareRuns, spawnWorker, until } from "#lib/server/testing/runs.ts";

let worker: ChildProcess;
let endpoint: FakeEndpoint;
let way: Interruptible;

afterEach(async () => {
  await end(worker, "SIGKILL");
  await endpoint.close();
  await way.cut();
});

test("a database that goes away in mid-run and comes back costs nothing: no turn, no call, no outcome", {
  timeout: 60_000,
}, async () => {
  endpoint = await startFakeEndpoint({ latencyMs: () => 100 });
  const { start } = await prepareRuns({ prompts: 16, url: endpoint.url });
  way = await interruptible(env.databaseUrl ?? "");
  worker = await spawnWorker({ DATABASE_URL: way.url });
  const run = await start();
  await until(async () => (await loadRunProgress(operator, run.id)).turns > 20);

  await way.cut();
  const { beatAt: lastBeat } = await db.worker.findFirstOrThrow();
  // Calls in flight end meanwhile, and the worker is silent for longer than it may be.
  await until(async () => (await loadRunProgress(operator, run.id)).workers === 0);
  await way.restore();
  // And again, as often as it likes, for a moment.
  for (const turns of [50, 65, 80]) {
    await until(async () => (await loadRunProgress(operator, run.id)).turns > turns);
    await way.cut();
    await way.restore();
  }
  await finished(run.id);

  const progress = await loadRunProgress(operator, run.id);
  expect(progress).toMatchObject({ outcomes: { consensus: 16 }, turns: 112, attempts: 112, workers: 1 });
  expect(endpoint.calls.length).toBe(112);
  expect(await compare(run.id, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
  const workers = await db.worker.findMany();
  expect(workers).toHaveLength(1);
  expect(Number(workers[0]?.beatAt)).toBeGreaterThan(Number(lastBeat));
});
