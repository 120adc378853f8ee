import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { setKey } from "#lib/server/endpoints/key.ts";
import { startEndpoint, stopEndpoint } from "#lib/server/endpoints/state.ts";
import { testEndpoint } from "#lib/server/endpoints/test.ts";
import { updateEndpoint } from "#lib/server/endpoints/update.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { finished, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "./worker.ts";

let endpoint: FakeEndpoint;
let worker: Worker;
let now: Misbehaviour | null = null;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({
    latencyMs: () => 10,
    plan: ({ key }) => (key === "good-key" ? now : "bad_key"),
  });
  worker = await startWorker();
});
afterEach(() => {
  now = null;
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

/** Until a run says that its endpoint stopped and everything waits for it. */
function standstill(runId: string) {
  return until(async () => {
    const progress = await loadRunProgress(operator, runId);
    return progress.stoppedEndpoints.length > 0 && progress.inFlight === 0 && progress;
  });
}

test("a wrong key stops the endpoint, says so, and the run goes on once it is mended", {
  timeout: 40_000,
}, async () => {
  const { start, endpointId } = await prepareRuns({
    prompts: 6,
    url: endpoint.url,
    endpoint: { key: "old-key" },
  });
  const run = await start();
  const waiting = await standstill(run.id);
  expect(waiting).toMatchObject({ status: "running", turns: 0, outcomes: {}, waiting: 6 });
  expect(waiting.stoppedEndpoints[0]).toMatchObject({ reason: "bad_key" });
  expect(waiting.waitingFor).toEqual([{ reason: "endpoint_stopped", n: 6 }]);
  const asked = endpoint.calls.length;
  const stops = await db.auditEvent.findMany({ where: { objectId: endpointId, action: "endpoint.stop" } });
  expect(stops).toMatchObject([{ actorKind: "system", detail: { reason: "bad_key" } }]);

  // A second wrong key is tried and stops it again; nothing ends for it.
  await setKey(operator, endpointId, "also-wrong");
  await until(() => endpoint.calls.length > asked);
  await standstill(run.id);

  await setKey(operator, endpointId, "good-key");
  await finished(run.id);
  expect(await loadRunProgress(operator, run.id)).toMatchObject({
    outcomes: { consensus: 6 },
    stoppedEndpoints: [],
  });
});

test("no quota stops the endpoint too, and a test call that succeeds starts it again", {
  timeout: 40_000,
}, async () => {
  now = "no_quota";
  const { start, endpointId } = await prepareRuns({
    prompts: 3,
    url: endpoint.url,
    endpoint: { key: "good-key" },
  });
  const run = await start();
  expect((await standstill(run.id)).stoppedEndpoints[0]).toMatchObject({ reason: "no_quota" });

  const failed = await testEndpoint(operator, endpointId);
  expect(failed).toMatchObject({ ok: false, fault: { code: "no_quota" } });
  expect((await loadRunProgress(operator, run.id)).stoppedEndpoints.length).toBe(1);

  now = null;
  const test = await testEndpoint(operator, endpointId);
  expect(test).toMatchObject({
    ok: true,
    model: "fake-2026",
    tokensIn: 1_200,
    tokensOut: 80,
    structuredOutput: "works",
  });
  await finished(run.id);
});

test("an admin stops and starts it; a run waits and goes on", { timeout: 40_000 }, async () => {
  const { start, endpointId } = await prepareRuns({
    prompts: 8,
    url: endpoint.url,
    endpoint: { key: "good-key" },
  });
  const run = await start();
  await until(async () => (await loadRunProgress(operator, run.id)).turns > 5);
  await stopEndpoint(operator, endpointId);
  const still = await standstill(run.id);
  expect(still.stoppedEndpoints[0]).toMatchObject({ reason: "by_admin" });
  await startEndpoint(operator, endpointId);
  await finished(run.id);
  expect((await loadRunProgress(operator, run.id)).outcomes).toEqual({ consensus: 8 });
});

test("a run whose endpoint moved to another host ends instead of showing the new key to the old one", {
  timeout: 40_000,
}, async () => {
  const { start, endpointId } = await prepareRuns({
    prompts: 2,
    url: endpoint.url,
    endpoint: { key: "old-key" },
  });
  const run = await start();
  await standstill(run.id);
  await updateEndpoint(operator, endpointId, {
    version: { baseUrl: "http://127.0.0.1:9/v1", model: "fake" },
  });
  await setKey(operator, endpointId, "key-for-the-new-host");
  await finished(run.id);
  expect((await loadRunProgress(operator, run.id)).outcomes).toEqual({ endpoint_failed: 2 });
  const reasons = await db.deliberation.findMany({
    where: { runId: run.id },
    select: { outcomeReason: true },
  });
  expect(reasons[0]?.outcomeReason).toMatch(/moved to another address/);
  expect(endpoint.calls.some(({ key }) => key === "key-for-the-new-host")).toBe(false);
});

test("an endpoint that never comes back fails its deliberations at their own deadline, not before", {
  timeout: 40_000,
}, async () => {
  const { start } = await prepareRuns({
    prompts: 2,
    url: endpoint.url,
    endpoint: { key: "old-key" },
    budgets: { deliberationSeconds: 4 },
  });
  const run = await start();
  await standstill(run.id);
  await finished(run.id);
  const ended = await db.deliberation.findMany({ where: { runId: run.id } });
  for (const { outcome, outcomeReason, startedAt, finishedAt } of ended) {
    expect(outcome).toBe("endpoint_failed");
    expect(outcomeReason).toMatch(/deadline passed.*key/);
    expect(Number(finishedAt) - Number(startedAt)).toBeGreaterThanOrEqual(3_900);
  }
});
