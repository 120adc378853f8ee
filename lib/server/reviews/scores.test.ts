import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, begin, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { finished, operator } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { loadRoom } from "./load-room.ts";
import { submitReview } from "./submit-review.ts";
import { undoReview } from "./undo-review.ts";

const scored = { ...approving, scores: Object.fromEntries(dimensions.map((dimension) => [dimension, 3])) };

let worker: Worker;
let ina: PersonActor;
let ben: PersonActor;
let projectId: string;

beforeAll(async () => {
  worker = await startWorker();
});
afterAll(() => worker.stop(0));
beforeEach(async () => {
  ({ ina, ben, projectId } = await createReviewers());
});

const set = (data: { scoredPercent?: number; scoreGraded?: boolean; reviewsPerRecord?: number }) =>
  db.project.update({ where: { id: projectId }, data });
const asks = async (actor: PersonActor, ref: string) =>
  (await loadRoom(actor, projectId, ref)).rules.asksScores;

test("a sampled record is not submitted without scores, and stores them with the review, of the revision given", async () => {
  await set({ scoredPercent: 100 });
  const [ref = ""] = await createRecords(projectId);
  const review = await begin(ina, projectId, ref);
  await expect(submitReview(ina, { ...review, content: approving })).rejects.toMatchObject({
    code: "invalid",
    message: "Score it, below the response.",
  });
  await submitReview(ina, { ...review, content: scored });
  const stored = await db.score.findMany({ where: { reviewId: review.reviewId } });
  expect(stored.map(({ dimension }) => dimension).sort()).toEqual([...dimensions].sort());
  expect(new Set(stored.map(({ revisionId }) => revisionId))).toEqual(new Set([review.baseRevisionId]));
  expect(await asks(ina, ref)).toBe(true);
});

test("what nobody is asked for is not stored", async () => {
  const [ref = ""] = await createRecords(projectId);
  const { reviewId } = await submit(ina, projectId, ref, scored);
  expect(await db.score.count({ where: { reviewId } })).toBe(0);
});

test("everybody who reviews a round is asked the same, though the setting changed between them", async () => {
  await set({ reviewsPerRecord: 2, scoredPercent: 100 });
  const [first = "", second = ""] = await createRecords(projectId, 2);
  await begin(ina, projectId, first);
  await set({ scoredPercent: 0 });
  await begin(ben, projectId, first);
  expect(await asks(ben, first)).toBe(true);
  await begin(ben, projectId, second);
  expect(await asks(ben, second)).toBe(false);
});

test("another's scores are told with the other's review and not before; one that was taken back is told to nobody", async () => {
  await set({ reviewsPerRecord: 2, scoredPercent: 100 });
  const [ref = ""] = await createRecords(projectId);
  const own = await submit(ina, projectId, ref, scored);
  const told = async () => {
    const { history } = await loadRoom(ben, projectId, ref);
    return history.flatMap((line) => (line.kind === "review" ? Object.keys(line.review.scores).length : []));
  };
  await begin(ben, projectId, ref);
  expect(await told()).toEqual([]);
  const { reviewId } = await submit(ben, projectId, ref, scored);
  expect(await told()).toEqual([dimensions.length]);
  await letPass(reviewId, 1);
  expect(await told()).toEqual([dimensions.length, dimensions.length]);
  await expect(undoReview(ina, own.reviewId)).resolves.toBeDefined();
  expect(await told()).toEqual([dimensions.length]);
});

test("what judges scored is scored by people where the project wants that", async () => {
  await set({ reviewsPerRecord: 2 });
  const [ref = "", other = ""] = await createRecords(projectId, 2);
  const [version, endpoint] = await Promise.all([
    db.recipeVersion.findFirstOrThrow({ where: { kind: "grading", recipe: { projectId } } }),
    db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } }),
  ]);
  await begin(ina, projectId, other);
  const { id } = await startRun(operator, {
    projectId,
    recipeVersionId: version.id,
    prompts: { scope: "run", run: 1, part: "all", limit: null },
    roles: Object.fromEntries(grading.judges.map(({ key }) => [key, endpoint.id])),
  });
  await finished(id);
  await set({ scoreGraded: true });
  await begin(ben, projectId, ref);
  expect(await asks(ben, ref)).toBe(true);
  await begin(ben, projectId, other);
  expect(await asks(ben, other)).toBe(false);
});
