import { afterAll, beforeAll, expect, test } from "vitest";
import { outcomes } from "#lib/domain/deliberation/outcome.ts";
import { db } from "#lib/server/database/client.ts";
import { listDeliberations } from "#lib/server/deliberations/list.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { reconcile } from "#lib/server/testing/reconcile.ts";
import { finished, operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { cancelRun, pauseRun, resumeRun, retryRun } from "./control.ts";
import { listRuns } from "./list.ts";
import { loadRun } from "./load.ts";
import { loadRunOptions } from "./options.ts";
import { loadRunProgress } from "./progress.ts";
import { watchDeliberation } from "./watch.ts";

let endpoint: FakeEndpoint;
let worker: Worker;
let refine: Misbehaviour | null = null;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({
    latencyMs: () => 25,
    plan: ({ stage }) => (stage === "refine" ? refine : null),
  });
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

function progressOf(runId: string) {
  return loadRunProgress(operator, runId);
}

test("a paused run makes no further call, and goes on where it stood", { timeout: 40_000 }, async () => {
  // More than are called at once, which all come to their end together.
  const { start } = await prepareRuns({ prompts: 48, url: endpoint.url });
  const run = await start();
  await until(async () => (await progressOf(run.id)).turns > 15);
  await pauseRun(operator, run.id);
  const stopped = await until(async () => {
    const now = await progressOf(run.id);
    return now.inFlight === 0 && now;
  });
  expect(stopped.status).toBe("paused");
  await reconcile(run.id);
  const made = endpoint.calls.length;
  // Two beats later there is still nothing new.
  const beats = await db.worker.findFirstOrThrow({ where: { stoppedAt: null } });
  await until(async () => {
    const later = await db.worker.findUniqueOrThrow({ where: { id: beats.id } });
    return Number(later.beatAt) - Number(beats.beatAt) > 2_000;
  });
  expect(endpoint.calls.length).toBe(made);
  await expect(pauseRun(operator, run.id)).rejects.toMatchObject({ code: "conflict" });

  await resumeRun(operator, run.id);
  await finished(run.id);
  expect(await progressOf(run.id)).toMatchObject({ outcomes: { consensus: 48 }, turns: 336, attempts: 336 });
});

test("a cancelled run ends all that is open, and retry takes it up where it stood", {
  timeout: 40_000,
}, async () => {
  const { start, projectId } = await prepareRuns({ prompts: 48, url: endpoint.url });
  const run = await start();
  await until(async () => (await progressOf(run.id)).turns > 30);
  await cancelRun(operator, run.id);
  const ended = await until(async () => {
    const now = await progressOf(run.id);
    return now.inFlight + now.waiting === 0 && now;
  });
  expect(ended.status).toBe("cancelled");
  expect(outcomes.reduce((sum, outcome) => sum + (ended.outcomes[outcome] ?? 0), 0)).toBe(48);
  expect(ended.outcomes.cancelled).toBeGreaterThan(0);
  await reconcile(run.id);
  await expect(cancelRun(operator, run.id)).rejects.toMatchObject({ code: "conflict" });

  const turnsBefore = await db.turn.count({ where: { deliberation: { runId: run.id } } });
  const { retried } = await retryRun(operator, run.id);
  expect(retried).toBe(ended.outcomes.cancelled);
  await finished(run.id);
  await reconcile(run.id);
  const after = await progressOf(run.id);
  expect(after).toMatchObject({ outcomes: { consensus: 48 }, turns: 336 });
  expect(turnsBefore).toBeLessThan(336);
  await expect(retryRun(operator, run.id)).rejects.toMatchObject({ code: "conflict" });
  const audited = await db.auditEvent.findMany({
    where: { projectId, objectId: run.id },
    orderBy: { id: "asc" },
  });
  expect(audited.map(({ action }) => action)).toEqual(["run.start", "run.cancel", "run.retry"]);
});

test("retry clears the outcome and the faults before it, and keeps every turn and attempt", {
  timeout: 40_000,
}, async () => {
  refine = "refuses";
  const { start, projectId } = await prepareRuns({ prompts: 3, url: endpoint.url });
  const run = await start();
  await finished(run.id);
  expect((await progressOf(run.id)).outcomes).toEqual({ agent_refused: 3 });
  const failed = await listDeliberations(operator, run.id, { show: "failed" });
  expect(failed.rows).toHaveLength(3);
  expect(failed.rows[0]).toMatchObject({
    outcome: "agent_refused",
    turns: 6,
    attempts: 8,
  });

  refine = null;
  await retryRun(operator, run.id);
  await finished(run.id);
  await reconcile(run.id);
  expect(await progressOf(run.id)).toMatchObject({ outcomes: { consensus: 3 }, turns: 21, attempts: 27 });
  const view = await loadDeliberation(operator, projectId, run.number, 2);
  expect(view.turns.at(-1)?.attempts.map(({ n, fault }) => [n, fault])).toEqual([
    [1, "refused"],
    [2, "refused"],
    [3, null],
  ]);
  expect(view).toMatchObject({ state: "ended", record: { kept: 3, removed: 0 } });
  expect(view.turns.map(({ name }) => name)).toEqual([
    "Decomposer",
    "Ada",
    "Bo",
    "Ada",
    "Bo",
    "Ada",
    "Refiner",
  ]);
});

test("someone watching goes first, on the paced rehearsal", { timeout: 40_000 }, async () => {
  const { start, projectId } = await prepareRuns({
    prompts: 200,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 2 } },
  });
  const bulk = await start();
  await until(async () => (await progressOf(bulk.id)).inFlight > 0);
  const { runNumber, promptNumber } = await watchDeliberation(operator, projectId);
  await until(
    async () => (await loadDeliberation(operator, projectId, runNumber, promptNumber)).turns.length > 1,
  );
  expect((await loadRun(operator, projectId, runNumber)).synthetic).toBe(true);
  await cancelRun(operator, bulk.id);
});

test("lists page by key, and options name what can be chosen", async () => {
  const { start, projectId, endpointId } = await prepareRuns({ prompts: 60, url: endpoint.url });
  const run = await start();
  const first = await listDeliberations(operator, run.id);
  const second = await listDeliberations(operator, run.id, { after: first.next });
  expect([...first.rows, ...second.rows].map(({ promptNumber }) => promptNumber)).toEqual(
    Array.from({ length: 60 }, (_, index) => index + 1),
  );
  expect(second.next).toBeNull();
  expect((await listRuns(operator, projectId)).rows).toMatchObject([
    { number: run.number, recipe: "Test", subjects: 60 },
  ]);
  const options = await loadRunOptions(operator, projectId);
  expect(options.endpoints.map(({ id }) => id)).toContain(endpointId);
  expect(options.prompts.all).toBe(60);
  await cancelRun(operator, run.id);
});

test("annotators neither see nor steer runs; strangers learn nothing of them", async () => {
  const annotator = await createPerson({ name: "Ann" });
  const reader = await createPerson({ name: "Rea" });
  const stranger = await createPerson({ name: "Sam" });
  const { id: otherProject } = await createProjectWith([[stranger, "lead"]]);
  const { start, projectId } = await prepareRuns({ prompts: 1, url: endpoint.url });
  await db.membership.createMany({
    data: [
      { projectId, userId: annotator.userId, role: "annotator" },
      { projectId, userId: reader.userId, role: "reader" },
    ],
  });
  const run = await start();
  await expect(loadRun(annotator, projectId, run.number)).rejects.toMatchObject({ code: "forbidden" });
  await expect(loadRun(stranger, projectId, run.number)).rejects.toMatchObject({ code: "not_found" });
  await expect(loadRun(stranger, otherProject, run.number)).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelRun(stranger, run.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelRun(reader, run.id)).rejects.toMatchObject({ code: "forbidden" });
  expect((await loadRun(reader, projectId, run.number)).number).toBe(run.number);
  await finished(run.id);
});
