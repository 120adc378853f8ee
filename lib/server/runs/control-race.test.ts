import { afterAll, beforeAll, expect, test } from "vitest";
import { Refused } from "#lib/domain/errors.ts";
import { recount } from "#lib/server/doctor/recount.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { reconcile } from "#lib/server/testing/reconcile.ts";
import { operator, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { cancelRun, pauseRun, resumeRun, retryRun } from "./control.ts";
import { loadRunProgress } from "./progress.ts";

let endpoint: FakeEndpoint;
let worker: Worker;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({ latencyMs: () => 25 });
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

test("of two people who press different buttons one comes second, and nothing is left half done", {
  timeout: 180_000,
}, async () => {
  const { start } = await prepareRuns({
    prompts: 6,
    url: endpoint.url,
    version: { inputPrice: 1_000_000, outputPrice: 2_000_000 },
  });
  // The same prompts with the same recipe once more: it must not touch what it repeats.
  const runAgain = () => start({ limit: 2 });
  const buttons = [pauseRun, resumeRun, cancelRun, retryRun, runAgain];
  for (const [one, other] of buttons.flatMap((a) => buttons.map((b) => [a, b] as const))) {
    const run = await start();
    await until(async () => (await loadRunProgress(operator, run.id)).turns > 4);
    const results = await Promise.allSettled([one(operator, run.id), other(operator, run.id)]);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Refused);
    const { status } = await loadRunProgress(operator, run.id);
    if (status === "paused") await resumeRun(operator, run.id);
    await until(async () => {
      const now = await loadRunProgress(operator, run.id);
      return (now.status === "finished" || now.status === "cancelled") && now.inFlight + now.waiting === 0;
    });
    await reconcile(run.id);
    expect(await recount()).toEqual([]);
  }
});
