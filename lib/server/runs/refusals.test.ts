import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { reconcile } from "#lib/server/testing/reconcile.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { retryRun } from "./control.ts";
import { loadEndpointRefusals, loadRunRefusals } from "./refusals.ts";

let worker: Worker;
const opened: FakeEndpoint[] = [];

beforeAll(async () => {
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await Promise.all(opened.map((endpoint) => endpoint.close()));
});

/** An endpoint that will not deliberate on some prompts. */
async function refusing(touchy: RegExp | null): Promise<FakeEndpoint> {
  const endpoint = await startFakeEndpoint({
    plan: ({ prompt, stage }) => (stage === "initial" && touchy?.test(prompt) ? "refuses" : null),
  });
  opened.push(endpoint);
  return endpoint;
}

test("a task that is refused twice is answered by the fallback endpoint, and both are counted", async () => {
  const [first, second] = [await refusing(/process [12]\?/), await refusing(null)];
  const { projectId, start } = await prepareRuns({
    prompts: 4,
    url: first.url,
    fallback: second.url,
    categories: ["weapons", "homonyms"],
  });
  const run = await start();
  await finished(run.id);
  const ended = await db.deliberation.findMany({ where: { runId: run.id } });
  expect(ended.map(({ outcome }) => outcome)).toEqual(Array(4).fill("consensus"));

  const view = await loadDeliberation(operator, projectId, run.number, 1);
  expect(view.turns[1]).toMatchObject({
    name: "Ada",
    model: "second-2026",
    fallback: expect.stringMatching(/^Fallback/),
  });
  expect(view.turns[1]?.attempts.map(({ fault }) => fault)).toEqual(["refused", "refused", null]);
  // The next turn of the same agent is its own again.
  expect(view.turns[3]).toMatchObject({ name: "Ada", model: "fake-2026", fallback: null });

  const rates = await loadRunRefusals(operator, run.id);
  const without = 7 * 2 - 1;
  expect(
    new Set(
      rates.map(({ model, category, replies, refusals }) => [model, category, replies, refusals].join()),
    ),
  ).toEqual(
    new Set([
      `fake,weapons,${without + 2},2`,
      `fake,homonyms,${without + 2},2`,
      "second,weapons,1,0",
      "second,homonyms,1,0",
    ]),
  );
  await reconcile(run.id);
});

test("a task that the fallback declines as well ends as refused; retried, it is counted once more", async () => {
  let touchy: RegExp | null = /./;
  const endpoint = await startFakeEndpoint({
    plan: ({ prompt }) => (touchy?.test(prompt) ? "declines" : null),
  });
  opened.push(endpoint);
  const { start, endpointId, projectId } = await prepareRuns({
    prompts: 2,
    url: endpoint.url,
    fallback: endpoint.url,
  });
  const run = await start();
  await finished(run.id);
  const [ended] = await db.deliberation.findMany({ where: { runId: run.id } });
  expect(ended).toMatchObject({
    outcome: "agent_refused",
    outcomeReason: "Decomposer declined the task, and the fallback endpoint declined it as well.",
    attemptCount: 3,
  });
  const refused = [
    { model: "fake", category: null, replies: 4, refusals: 4 },
    { model: "second", category: null, replies: 2, refusals: 2 },
  ];
  expect(sorted(await loadRunRefusals(operator, run.id))).toMatchObject(refused);

  touchy = null;
  await retryRun(operator, run.id);
  await finished(run.id);
  expect(sorted(await loadRunRefusals(operator, run.id))).toMatchObject([
    { model: "fake", replies: 4 + 14, refusals: 4 },
    { model: "second", replies: 2, refusals: 2 },
  ]);
  await reconcile(run.id);

  // An admin sees the runs of projects whose runs he may read.
  const admin = await createPerson({ name: "Ada Admin", isAdmin: true });
  expect(await loadEndpointRefusals(admin, endpointId)).toEqual([]);
  const { userId } = admin;
  await db.membership.create({ data: { projectId, userId, role: "annotator" } });
  expect(await loadEndpointRefusals(admin, endpointId)).toEqual([]);
  await db.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { role: "reader" },
  });
  expect(await loadEndpointRefusals(admin, endpointId)).toMatchObject([
    { model: "fake", replies: 18, refusals: 4 },
  ]);
  await expect(loadEndpointRefusals(await createPerson({ name: "Nora" }), endpointId)).rejects.toMatchObject({
    code: "forbidden",
  });
});

function sorted<T extends { model: string }>(rates: T[]): T[] {
  return rates.sort((one, other) => one.model.localeCompare(other.model));
}
