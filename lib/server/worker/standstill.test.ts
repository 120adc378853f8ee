import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { loadEndpoint } from "#lib/server/endpoints/load.ts";
import { cancelRun } from "#lib/server/runs/control.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { finished, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "./worker.ts";

let worker: Worker;
let endpoint: FakeEndpoint;
let now: Misbehaviour | null = null;
let retryAfter: Record<string, string> = {};

beforeAll(async () => {
  endpoint = await startFakeEndpoint({ plan: () => now, retryAfter: () => retryAfter, latencyMs: () => 5 });
  worker = await startWorker();
});
afterEach(() => {
  now = null;
  retryAfter = {};
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

test.each([
  ["seconds", () => ({ "retry-after": "120" })],
  ["milliseconds", () => ({ "retry-after-ms": "120000" })],
  ["an HTTP date", () => ({ "retry-after": new Date(Date.now() + 120_000).toUTCString() })],
])("a wait of minutes, asked for in %s, is given back to the database and said", async (_, headers) => {
  now = "rate_limited";
  retryAfter = headers();
  const { projectId, start } = await prepareRuns({ prompts: 2, url: endpoint.url });
  const run = await start();
  const progress = await until(async () => {
    const figures = await loadRunProgress(operator, run.id);
    return figures.inFlight === 0 && figures.waitingFor.length > 0 && figures;
  });
  expect(progress).toMatchObject({ status: "running", waiting: 2, outcomes: {} });
  const view = await loadDeliberation(operator, projectId, run.number, 1);
  expect(view).toMatchObject({ state: "waiting", waitingFor: "rate_limited" });
  const waits = Date.parse(view.readyAt) - Date.now();
  // An HTTP date is cut to seconds, and up to a tenth is added so that not all return at once.
  expect(waits).toBeGreaterThan(110_000);
  expect(waits).toBeLessThan(133_000);
  await cancelRun(operator, run.id);
});

test("an endpoint that always asks to slow down fails nothing before the deadline, which says what it was", async () => {
  now = "rate_limited";
  retryAfter = { "retry-after": "0" };
  const { start } = await prepareRuns({ prompts: 1, url: endpoint.url, budgets: { deliberationSeconds: 3 } });
  const run = await start();
  await finished(run.id);
  expect(await db.deliberation.findFirst({ where: { runId: run.id } })).toMatchObject({
    outcome: "endpoint_failed",
    outcomeReason: "The deadline passed; before that, the endpoint asked to slow down.",
  });
}, 20_000);

test.each([
  ["bad_key", "bad_key"],
  ["no_quota", "no_quota"],
  ["no_model", "no_model"],
] as const)(
  "%s stops the endpoint; its page says why and which runs wait, to whom it may",
  async (does, reason) => {
    now = does;
    const { projectId, slug, start, endpointId } = await prepareRuns({ prompts: 3, url: endpoint.url });
    const run = await start();
    await until(async () => {
      const [waits] = (await loadRunProgress(operator, run.id)).waitingFor;
      return waits?.reason === "endpoint_stopped" && waits.n === 3;
    });
    const admin = await createPerson({ name: "Ada Admin", isAdmin: true });
    const page = await loadEndpoint(admin, endpointId);
    expect(page).toMatchObject({ state: "stopped", stoppedReason: reason });
    expect(page.live.waiting).toEqual([
      { project: expect.any(String), slug, number: run.number, waiting: 3, mayRead: false },
    ]);
    await db.membership.create({ data: { projectId, userId: admin.userId, role: "lead" } });
    expect((await loadEndpoint(admin, endpointId)).live.waiting).toMatchObject([{ mayRead: true }]);
    await cancelRun(operator, run.id);
  },
);

test("once the time of an open breaker is over, the page says that the next call tries it", async () => {
  const { endpointId } = await prepareRuns({ prompts: 1, url: endpoint.url });
  const openUntil = new Date(Date.now() - 1_000);
  await db.endpointMeter.create({ data: { endpointId, concurrency: 4, faultsInRow: 10, openUntil } });
  expect((await loadEndpoint(operator, endpointId)).live).toMatchObject({ openUntil: null, isTried: true });
});

test("after ten faults in a row no call is made for a while; what waits goes on when one is answered again", async () => {
  now = "server_error";
  const { start, endpointId } = await prepareRuns({ prompts: 12, url: endpoint.url });
  const run = await start();
  const { openUntil } = await until(async () => {
    const { live } = await loadEndpoint(operator, endpointId);
    return live.openUntil !== null && live;
  });
  // Calls that had their permit before may still end.
  await until(async () => (await loadRunProgress(operator, run.id)).inFlight === 0);
  const failed = endpoint.calls.length;
  now = null;
  await until(() => endpoint.calls.length > failed);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(openUntil ?? "") - 50);
  await finished(run.id);
  expect((await loadRunProgress(operator, run.id)).outcomes).toEqual({ consensus: 12 });
  expect((await loadEndpoint(operator, endpointId)).live).toMatchObject({ openUntil: null, isTried: false });
}, 30_000);
