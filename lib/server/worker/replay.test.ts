import { afterAll, beforeAll, expect, test } from "vitest";
import { nextStep } from "#lib/domain/deliberation/engine.ts";
import { seedFor } from "#lib/domain/deliberation/seed.ts";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { castFor } from "./cast.ts";
import { prepare } from "./question.ts";
import { recall } from "./recall.ts";
import { loadRunAtHand } from "./runs-at-hand.ts";
import { startWorker, type Worker } from "./worker.ts";

/** What the first endpoint does to each call of the one deliberation: every way in which a request differs from the plain one. */
const does: readonly (Misbehaviour | null)[] = [
  "bad_json",
  "truncated",
  null,
  "refuses",
  null,
  "server_error",
  null,
  "refuses",
  "filtered",
  null,
];

const claimed = {
  runId: "",
  runStatus: "running",
  fence: 1,
  priority: 0,
  begunAgo: 0,
  retriedAgo: null,
  judged: null,
};

let endpoint: FakeEndpoint;
let fallback: FakeEndpoint;
let worker: Worker;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({ plan: ({ n }) => does[n - 1] ?? null });
  fallback = await startFakeEndpoint();
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await Promise.all([endpoint.close(), fallback.close()]);
});

test("every turn's request is built again from plan, templates, turns and faults, to the stored hash", async () => {
  const { projectId, start } = await prepareRuns({ prompts: 1, url: endpoint.url, fallback: fallback.url });
  const { id: runId, number } = await start();
  await finished(runId);
  const { id, prompt, turns, attempts } = await db.deliberation.findFirstOrThrow({
    where: { runId },
    include: {
      prompt: true,
      turns: { orderBy: { seq: "asc" } },
      attempts: { orderBy: [{ seq: "asc" }, { n: "asc" }] },
    },
  });
  expect(fallback.calls).toHaveLength(1);
  expect(turns).toHaveLength(7);

  const run = await loadRunAtHand(runId);
  const plan = { ...run.plan, seed: seedFor(run.plan.seed, id) };
  const rebuilt = turns.map(({ seq }) => {
    const made = attempts.filter((attempt) => attempt.seq === seq);
    const failed = made.filter(({ fault }) => fault !== null);
    const held = recall(
      { ...claimed, id, messages: prompt.messages },
      run,
      turns.slice(0, seq),
      failed.map(({ faultDetail, ...attempt }) => ({ ...attempt, detail: faultDetail, tokens: 0, ago: 0 })),
      0,
    );
    const step = nextStep(plan, held.turns, held.faults);
    const ask = step.kind === "wait" ? step.ask : step;
    if (ask.kind !== "ask") throw new Error(`Nothing was due for turn ${seq}.`);
    const version = castFor(held, ask);
    expect(version.id).toBe(made.at(-1)?.endpointVersionId);
    return prepare(held, ask, version);
  });
  expect(rebuilt.map(({ requestHash }) => requestHash)).toEqual(
    turns.map(({ requestHash }) => Buffer.from(requestHash)),
  );

  // What the page says of a turn is what its call was made with.
  const view = await loadDeliberation(operator, projectId, number, 1);
  expect(view.turns.map(({ request }) => request)).toEqual(
    rebuilt.map(({ question, requestHash }) => ({
      templateVersion: run.plan.recipe.templateVersion,
      seed: question.seed,
      hash: requestHash.toString("hex"),
    })),
  );
  expect(new Set(rebuilt.map(({ question }) => question.seed)).size).toBe(7);
  expect(view.turns.map(({ model }) => model)).toContain("second-2026");
}, 60_000);
