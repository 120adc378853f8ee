import { afterAll, beforeAll, expect, test } from "vitest";
import { grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { HistoryLine } from "#lib/domain/review/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { readsOf } from "#lib/server/testing/reads.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { finished, operator } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { loadJudges } from "./judges.ts";

let worker: Worker;
let ina: PersonActor;
let lea: PersonActor;
let projectId: string;
let refs: string[];
let run: { id: string; number: number };
/** What the judge gave each record on each dimension. */
let judged: Map<string, Record<string, number>>;

beforeAll(async () => {
  worker = await startWorker();
  ({ ina, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { scoreGraded: true } });
  refs = await createRecords(projectId, 6);
  const [version, endpoint] = await Promise.all([
    db.recipeVersion.findFirstOrThrow({ where: { kind: "grading", recipe: { projectId } } }),
    db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } }),
  ]);
  run = await startRun(operator, {
    projectId,
    recipeVersionId: version.id,
    prompts: { scope: "run", run: 1, part: "all", limit: null },
    roles: Object.fromEntries(grading.judges.map(({ key }) => [key, endpoint.id])),
  });
  await finished(run.id);
  const scores = await db.score.findMany({
    where: { judge: { not: null } },
    select: { dimension: true, value: true, revision: { select: { record: { select: { ref: true } } } } },
  });
  judged = new Map(refs.map((ref) => [ref, {}]));
  for (const { dimension, value, revision } of scores) {
    const of = judged.get(revision.record.ref);
    if (of) of[dimension] = value;
  }
});
afterAll(() => worker.stop(0));

test("a judge is set beside people where both scored and all is said, and marked where they agree too little", async () => {
  expect((await loadJudges(lea, projectId)).judges).toEqual([]);
  for (const [place, ref] of refs.entries()) {
    const same = judged.get(ref) ?? {};
    // On coherence people say otherwise than the judge, now lower and now higher.
    const scores = { ...same, coherence: place % 2 === 0 ? 1 : 5, relevance: place % 2 === 0 ? 5 : 1 };
    const { reviewId } = await submit(ina, projectId, ref, { ...approving, scores });
    expect((await loadJudges(lea, projectId)).judges[0]?.dimensions[0]?.kappa.n ?? 0).toBe(place);
    await letPass(reviewId, 1);
    await db.$executeRaw`update review_rounds set closed_at = closed_at - interval '1 minute' where closed_at is not null`;
  }
  const { judges, synthetic } = await loadJudges(lea, projectId);
  expect(judges).toHaveLength(1);
  expect(synthetic).toBe(true);
  const of = Object.fromEntries((judges[0]?.dimensions ?? []).map((one) => [one.dimension, one]));
  expect(Object.keys(of).sort()).toEqual([...dimensions].sort());
  expect(of.coherence).toMatchObject({ fitness: "unfit", kappa: { n: refs.length, records: refs.length } });
  // Word for word the judge's scores: no difference, and perfect agreement wherever they vary at all.
  expect(of.completeness).toMatchObject({ difference: { value: 0, interval: [0, 0] } });
  expect(["fit", "unknown"]).toContain(of.completeness?.fitness);

  const [ref = ""] = refs;
  let history: HistoryLine[] = [];
  const reads = await readsOf(async () => {
    ({ history } = await loadRoom(ina, projectId, ref));
    await loadRoom(ina, projectId, refs[1] ?? "");
  });
  // Rooms ask for what scores add up to, not for every score that the project has, and not each anew.
  const counted = reads.filter(({ text }) => text.includes("asks_scores") && text.includes("group by"));
  expect(counted).toHaveLength(1);
  expect(counted[0]?.rows).toBeLessThan(refs.length * dimensions.length);
  const grade = history.find((line) => line.kind === "scored");
  expect(Object.values(grade?.grading.unfit ?? {}).flat()).toContain("coherence");
  const page = await loadDeliberation(lea, projectId, run.number, Number(ref.split(".")[1]));
  expect(page.judged?.judges[0]?.unfit).toContain("coherence");
});

test("the bar is the project's own", async () => {
  await db.project.update({ where: { id: projectId }, data: { fitKappa: 0 } });
  const { judges } = await loadJudges(lea, projectId);
  const kappa = judges[0]?.dimensions.find(({ dimension }) => dimension === "relevance");
  expect(kappa?.fitness).toBe(kappa && "value" in kappa.kappa && kappa.kappa.value < 0 ? "unfit" : "fit");
});
