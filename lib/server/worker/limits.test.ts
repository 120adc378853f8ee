import { expect, test } from "vitest";
import type { FakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { end, finished, prepareRuns, until } from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

let endpoint: FakeEndpoint;

/** The most calls that began within any span of time. */
function mostWithin(ms: number): number {
  const times = endpoint.calls.map(({ at }) => at);
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

test("two workers keep to three calls at once between them, also while one of them dies", {
  timeout: 60_000,
}, async () => {
  endpoint = await endpointForTest({ latencyMs: () => 60 });
  const { start } = await prepareRuns({
    prompts: 20,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 3 } },
  });
  const doomed = await workerForTest();
  await workerForTest();
  const run = await start();
  await until(() => endpoint.calls.length > 60);
  await end(doomed, "SIGKILL");
  await finished(run.id);
  expect(endpoint.mostAtOnce()).toBe(3);
});

test("two workers keep to the requests of a minute between them", { timeout: 60_000 }, async () => {
  endpoint = await endpointForTest({ latencyMs: () => 5 });
  const perMinute = 900;
  const { start } = await prepareRuns({
    prompts: 20,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 32, requestsPerMinute: perMinute } },
  });
  await workerForTest();
  await workerForTest();
  const run = await start();
  await finished(run.id);
  const took = (endpoint.calls.at(-1)?.at ?? 0) - (endpoint.calls[0]?.at ?? 0);
  const allowed = (ms: number) => (ms / 60_000) * perMinute;
  // No more than allowed, but for what a busy machine takes to note the first call and not the last.
  expect(endpoint.calls.length).toBeLessThanOrEqual(allowed(took) + 3);
  expect(mostWithin(5_000)).toBeLessThanOrEqual(allowed(6_000) + 3);
  // And most of what is allowed is used.
  expect(endpoint.calls.length).toBeGreaterThan(allowed(took) / 2);
});

test("an endpoint that pushes back is called less, and more again once it recovers", {
  timeout: 60_000,
}, async () => {
  let isOverloaded = true;
  endpoint = await endpointForTest({
    latencyMs: () => 30,
    plan: ({ n }) => (isOverloaded && n > 40 ? "overloaded" : null),
  });
  const { start } = await prepareRuns({
    prompts: 30,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 16 } },
  });
  await workerForTest();
  const run = await start();
  await until(() => endpoint.calls.filter((call) => call.misbehaved).length > 20);
  isOverloaded = false;
  await finished(run.id);
  const turnedAway = endpoint.calls.filter((call) => call.misbehaved).length;
  expect(turnedAway).toBeLessThan(200);
  expect(endpoint.calls.length - turnedAway).toBe(210);
});
