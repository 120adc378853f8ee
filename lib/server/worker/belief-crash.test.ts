import { expect, test } from "vitest";
import { beliefs, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { db } from "#lib/server/database/client.ts";
import { end, finished, prepareRuns, startRecipe, until } from "#lib/server/testing/runs.ts";
import { endpointForTest, workerForTest } from "#lib/server/testing/workers.ts";

const prompts = 6;
/** Of one deliberation: the selected side and each plain sample are assessed; each belief is proposed, answered under and assessed. */
const turnsEach = 1 + 2 * beliefs.samples + 3 * beliefs.rounds;
/** A dollar per million tokens in, two out: what each call of the fake endpoint costs by its own usage. */
const version = { inputPrice: 1_000_000, outputPrice: 2_000_000 };
const costOfCall = 1_200 + 2 * 80;

test("a worker killed while beliefs are tried: another one goes on at the step, and the cap holds", {
  timeout: 60_000,
}, async () => {
  const endpoint = await endpointForTest({ latencyMs: () => 60 });
  // One call at a time: what the dead worker may have been in is costed as reserved, and must not use up the cap.
  const { projectId, endpointId } = await prepareRuns({
    prompts,
    url: endpoint.url,
    version,
    endpoint: { limits: { maxConcurrent: 1 } },
  });
  await db.project.update({ where: { id: projectId }, data: { beliefRuns: true } });
  const doomed = await workerForTest();
  await finished((await startRecipe(projectId, endpointId, zeroShot)).id);
  const before = endpoint.calls.length;
  // Less than all beliefs cost, with what is reserved for calls and for those that the dead worker may have been in.
  const capMicros = prompts * turnsEach * costOfCall;
  const { id: runId } = await startRecipe(projectId, endpointId, beliefs, { capMicros });
  const where = { deliberation: { runId } };
  await until(async () => (await db.turn.count({ where: { ...where, round: 1 } })) > 2);
  await end(doomed, "SIGKILL");
  const atKill = await db.turn.findMany({ where });
  await workerForTest();
  await finished(runId);

  const deliberations = await db.deliberation.findMany({
    where: { runId },
    include: { turns: true, attempts: true, prompt: { select: { text: true } } },
  });
  const calls = endpoint.calls.slice(before);
  expect(deliberations.flatMap(({ turns }) => turns)).toEqual(expect.arrayContaining(atKill));
  expect(deliberations.flatMap(({ turns }) => turns).length).toBeGreaterThan(atKill.length);
  for (const { turns, attempts, outcome, prompt } of deliberations) {
    // What was in flight is asked once more, and nothing that was said before. A belief stands before the prompt.
    const lost = attempts.filter(({ fault }) => fault === "lost");
    const asked = calls.filter((call) => call.prompt.endsWith(prompt.text));
    expect(lost.length).toBeLessThanOrEqual(1);
    expect(asked.length).toBeLessThanOrEqual(turns.length + lost.length);
    if (outcome === "completed") expect(turns.length).toBe(turnsEach);
    else expect([outcome, turns.length < turnsEach]).toEqual(["budget_spent", true]);
  }
  expect(deliberations.some(({ outcome }) => outcome === "budget_spent")).toBe(true);
  expect(calls.length * costOfCall).toBeLessThanOrEqual(capMicros);
  const spent = deliberations.flatMap(({ attempts }) => attempts.map(({ costMicros }) => Number(costMicros)));
  expect(spent.reduce((sum, micros) => sum + micros, 0)).toBeLessThanOrEqual(capMicros);
});
