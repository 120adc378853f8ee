import { afterAll, beforeAll, expect, test } from "vitest";
import { grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { streamDeliberation } from "#lib/server/deliberations/stream.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { sessionCookie } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, begin, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { finished, operator } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { loadRoom } from "./load-room.ts";

let worker: Worker;
let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let ref: string;
let gradingRun: number;

beforeAll(async () => {
  worker = await startWorker();
  ({ ina, ben, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 3 } });
  [ref = ""] = await createRecords(projectId);
  const [version, endpoint] = await Promise.all([
    db.recipeVersion.findFirstOrThrow({ where: { kind: "grading", recipe: { projectId } } }),
    db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } }),
  ]);
  const run = await startRun(operator, {
    projectId,
    recipeVersionId: version.id,
    prompts: { scope: "run", run: 1, part: "all", limit: null },
    roles: Object.fromEntries(grading.judges.map(({ key }) => [key, endpoint.id])),
  });
  gradingRun = run.number;
  await finished(run.id);
});
afterAll(() => worker.stop(0));

const told = async (actor: PersonActor) => {
  const { history } = await loadRoom(actor, projectId, ref);
  return history.flatMap((line) => (line.kind === "scored" ? line.grading.scores : []));
};

test("judges' scores are told once one's own review stands and can no longer be undone", async () => {
  expect(await told(ina)).toEqual([]);
  const { reviewId } = await submit(ina, projectId, ref, approving);
  expect(await told(ina)).toEqual([]);
  await letPass(reviewId, 1);
  expect((await told(ina)).map(({ dimension }) => dimension).sort()).toEqual([...dimensions].sort());
  expect(await told(ben)).toEqual([]);
});

test("the page of the grading tells no score to who has the record in review", async () => {
  const number = Number(ref.split(".")[1]);
  const open = await loadDeliberation(lea, projectId, gradingRun, number);
  expect(open.judged).toMatchObject({ ref, isWithheld: false });
  expect(open.judged?.scores).toHaveLength(dimensions.length);
  expect(open.turns).toHaveLength(1);
  // A page that was opened before and stays open.
  const page = async (headers = {}) => {
    const request = new Request("http://127.0.0.1/", {
      headers: { cookie: await sessionCookie(lea), ...headers },
    });
    return streamDeliberation(request, lea, projectId, gradingRun, number);
  };
  const before = await page();

  await begin(lea, projectId, ref);
  const [, last = ""] = (await before.text()).match(/.*id: (\S+)\ndata: /s) ?? [];
  const reader = (await page({ "last-event-id": last })).body?.getReader();
  let sent = "";
  while (!sent.includes("data: ")) sent += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  expect(sent).toContain('"isWithheld":true');
  const held = await loadDeliberation(lea, projectId, gradingRun, number);
  expect(held.judged).toMatchObject({ isWithheld: true, scores: [] });
  expect(held.turns).toEqual([]);
});
