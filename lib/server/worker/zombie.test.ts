import { expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import type { FakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import { finished, heldBy, isTakenOver, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

let endpoint: FakeEndpoint;

/** Stops a worker in mid-call for longer than it may be silent, lets another take over, and lets it go on. */
async function wakeZombie(): Promise<string> {
  let latency = 60;
  endpoint = await endpointForTest({ latencyMs: () => latency });
  const { start } = await prepareRuns({
    prompts: 24,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 32 } },
  });
  const zombie = await workerForTest();
  const run = await start();
  await until(async () => endpoint.calls.length > 48 && (await heldBy(run.id, zombie)) > 4);
  // From here on replies take long enough for the zombie to come back while its heir is still at work.
  latency = 400;
  zombie.kill("SIGSTOP");
  await workerForTest();
  await until(() => isTakenOver(run.id));
  zombie.kill("SIGCONT");
  return run.id;
}

test("a worker that was stopped past its lease and goes on writes nothing", { timeout: 60_000 }, async () => {
  const runId = await wakeZombie();
  await finished(runId);
  expect(await compare(runId, endpoint.calls)).toEqual({ lost: 0, doubled: 0, invented: 0 });
  expect((await loadRunProgress(operator, runId)).outcomes).toEqual({ consensus: 24 });
  // It noticed, and works under another id since.
  const lives = await until(async () => {
    const found = await db.worker.groupBy({ by: ["pid"], having: { pid: { _count: { gt: 1 } } } });
    return found.length > 0 && found;
  });
  expect(lives.length).toBe(1);
});

test("the same zombie doubles turns where the fence is never raised", { timeout: 60_000 }, async () => {
  // It hears late that it was buried, else it may let go of what waits in its sockets before it has stored it.
  await pool.query(`
    create function keep_fence() returns trigger language plpgsql as 'begin new.fence := old.fence; return new; end';
    create trigger keep_fence before update on deliberations for each row execute function keep_fence();
    create function answer_late() returns trigger language plpgsql as 'begin perform pg_sleep(0.5); return null; end';
    create trigger answer_late before update on workers for each statement execute function answer_late();
    alter table turns drop constraint turns_pkey cascade;
    alter table attempts drop constraint attempts_pkey cascade`);
  const runId = await wakeZombie();
  const { doubled } = await until(async () => {
    const found = await compare(runId, endpoint.calls);
    return found.doubled > 0 && found;
  });
  expect(doubled).toBeGreaterThan(0);
});
