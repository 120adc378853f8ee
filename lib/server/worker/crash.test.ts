import type { ChildProcess } from "node:child_process";
import { expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import {
  busiest,
  end,
  finished,
  heldBy,
  isTakenOver,
  operator,
  prepareRuns,
  until,
} from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

/** Moves a dead worker's last beat ahead: whoever takes over from it goes by its lock, and not by its silence. */
async function seemAlive({ pid }: ChildProcess): Promise<void> {
  const beatAt = new Date(Date.now() + 3_600_000);
  await db.worker.updateMany({ where: { pid, stoppedAt: null }, data: { beatAt } });
}

test("a worker killed in mid-run loses no turn and doubles none: another one finishes", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 40 });
  const { start } = await prepareRuns({
    prompts: 60,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 12 } },
  });
  const workers = [await workerForTest(), await workerForTest()];
  const run = await start();
  await until(() => endpoint.calls.length > 80);
  const doomed = await busiest(run.id, workers);

  await end(doomed, "SIGKILL");
  await seemAlive(doomed);
  await until(() => isTakenOver(run.id));
  await finished(run.id);

  expect(await compare(run.id, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
  const progress = await loadRunProgress(operator, run.id);
  expect(progress.outcomes).toEqual({ consensus: 60 });
  expect(progress.turns).toBe(60 * 7);
  // Waste: what may have been in flight at the kill is on record as lost, and no more than that was asked again.
  const lost = await db.attempt.count({ where: { fault: "lost", deliberation: { runId: run.id } } });
  expect(progress.attempts).toBe(60 * 7 + lost);
  expect(endpoint.calls.length).toBeLessThanOrEqual(60 * 7 + lost);
});

test("a worker that is started again takes up at once what its predecessor held", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 40 });
  const { start } = await prepareRuns({ prompts: 12, url: endpoint.url });
  const first = await workerForTest();
  const run = await start();
  await until(async () => endpoint.calls.length > 12 && (await heldBy(run.id, first)) > 2);

  await end(first, "SIGKILL");
  await seemAlive(first);
  await workerForTest();
  await until(() => isTakenOver(run.id));
  await finished(run.id);
  expect(await compare(run.id, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
});

test("a worker whose calls hang is gone in time all the same, and what it gave back goes on", {
  timeout: 60_000,
}, async () => {
  let hangs = true;
  const endpoint = await endpointForTest({ plan: () => (hangs ? "hangs" : null) });
  const { start } = await prepareRuns({ prompts: 6, url: endpoint.url });
  const leaving = await workerForTest();
  const run = await start();
  await until(() => endpoint.calls.length === 6);

  expect(await end(leaving, "SIGTERM")).toBeLessThan(10_000);
  expect(leaving.exitCode).toBe(0);
  expect(await heldBy(run.id, leaving)).toBe(0);
  expect(await db.attempt.count({ where: { fault: "lost", deliberation: { runId: run.id } } })).toBe(6);
  hangs = false;
  await workerForTest();
  await finished(run.id);
  expect(await loadRunProgress(operator, run.id)).toMatchObject({
    outcomes: { consensus: 6 },
    turns: 42,
    attempts: 48,
  });
});

test("a worker that is told to stop lets calls end, gives everything back and is gone", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 150 });
  const { start } = await prepareRuns({
    prompts: 40,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 16 } },
  });
  const workers = [await workerForTest(), await workerForTest()];
  const run = await start();
  await until(() => endpoint.calls.length > 20);
  const leaving = await busiest(run.id, workers);

  expect(await end(leaving, "SIGTERM")).toBeLessThan(10_000);
  expect(leaving.exitCode).toBe(0);
  expect(await heldBy(run.id, leaving)).toBe(0);
  await finished(run.id);
  expect(await compare(run.id, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
  expect(await loadRunProgress(operator, run.id)).toMatchObject({ turns: 280, attempts: 280 });
});
