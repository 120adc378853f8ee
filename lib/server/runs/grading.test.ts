import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aidsafe, grading, pairwise, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { qualityCsv } from "#lib/domain/grading/quality-csv.ts";
import { Evidence } from "#lib/domain/grading/score.ts";
import { db } from "#lib/server/database/client.ts";
import { erase } from "#lib/server/erase/erase.ts";
import { loadQuality } from "#lib/server/grading/quality.ts";
import { createRecipe } from "#lib/server/recipes/save.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { retryRun } from "./control.ts";
import { presetForGrading } from "./preset.ts";
import { startRun } from "./start.ts";

let worker: Worker;
let projectId: string;
let endpointId: string;

const recipes = { deliberation: aidsafe, baseline: zeroShot, pairwise } as const;

const start = async (
  name: string,
  kind: keyof typeof recipes | "grading",
  run: number | null = null,
  opensReviews = true,
  against: number | null = null,
) => {
  const version = await db.recipeVersion.findFirstOrThrow({
    where: { recipe: { projectId, name } },
    select: { id: true },
  });
  const recipe = kind === "grading" ? judges : recipes[kind];
  const { id, number } = await startRun(operator, {
    projectId,
    recipeVersionId: version.id,
    prompts: run === null ? { scope: "all", limit: null } : { scope: "run", run, part: "all", limit: null },
    opensReviews,
    against,
    roles: Object.fromEntries(rolesOf(recipe).map(({ key }) => [key, endpointId])),
  });
  await finished(id);
  return { id, number };
};

const [judge] = grading.judges;
const judges = {
  ...grading,
  name: "Two judges",
  judges: ["one", "two"].map((key) => ({ ...(judge ?? zeroShot.agent), key, name: key })),
};

beforeAll(async () => {
  worker = await startWorker();
  const prepared = await prepareRuns({ prompts: 3, url: "http://127.0.0.1:9" });
  projectId = prepared.projectId;
  endpointId = (await db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } })).id;
  await createRecipe(operator, projectId, judges);
});
afterAll(() => worker.stop(0));

describe("a grading run", () => {
  test("judges the head revisions of a run, and leaves scores and nothing to review", async () => {
    const graded = await start(zeroShot.name, "baseline");
    const { id } = await start("Two judges", "grading", graded.number);
    const run = await db.run.findUniqueOrThrow({ where: { id }, include: { deliberations: true } });
    expect(run).toMatchObject({ kind: "grading", subjects: 3, opensReviews: false, synthetic: true });
    expect(run.deliberations.map(({ outcome }) => outcome)).toEqual(Array(3).fill("completed"));
    expect(await db.record.count({ where: { runId: id } })).toBe(0);

    const records = await db.record.findMany({ where: { runId: graded.id } });
    expect(run.deliberations.map(({ subjectRevisionId }) => subjectRevisionId).sort()).toEqual(
      records.map(({ headRevisionId }) => headRevisionId).sort(),
    );
    const scores = await db.score.findMany({
      where: { deliberationId: { in: run.deliberations.map((one) => one.id) } },
      include: { revision: { select: { thoughts: true } } },
    });
    expect(scores).toHaveLength(3 * 2 * dimensions.length);
    for (const { evidence, revision, value } of scores) {
      const ids = Thoughts.parse(revision.thoughts).map((thought) => thought.id);
      expect(ids).toEqual(expect.arrayContaining(Evidence.parse(evidence).thoughts));
      expect(value).toBeGreaterThanOrEqual(1);
    }
  });

  test("can be run again on what it judged", async () => {
    const first = await db.run.findFirstOrThrow({
      where: { projectId, kind: "grading" },
      include: { deliberations: { orderBy: { promptId: "asc" } } },
    });
    const { id } = await start("Two judges", "grading", first.number);
    const again = await db.deliberation.findMany({ where: { runId: id }, orderBy: { promptId: "asc" } });
    expect(again.map(({ subjectRevisionId }) => subjectRevisionId)).toEqual(
      first.deliberations.map(({ subjectRevisionId }) => subjectRevisionId),
    );
  });

  test("is refused where the chosen run left nothing to judge", async () => {
    const { number } = await start(zeroShot.name, "baseline", null, false);
    await expect(start("Two judges", "grading", number)).rejects.toMatchObject({ code: "invalid" });
  });

  test("with another makes two runs comparable, prompt by prompt, and what is synthetic says so", async () => {
    const deliberated = await start(aidsafe.name, "deliberation");
    const graded = await db.run.findFirst({ where: { projectId, kind: "baseline", opensReviews: true } });
    expect((await loadQuality(operator, projectId)).quality).toBeNull();
    await start("Two judges", "grading", deliberated.number);
    const { runs, quality } = await loadQuality(operator, projectId);
    expect(runs.map(({ number }) => number)).toEqual([deliberated.number, graded?.number]);
    expect(quality).toMatchObject({
      base: { kind: "baseline", records: 3 },
      other: { kind: "deliberation" },
      prompts: 3,
      synthetic: true,
    });
    for (const { difference } of quality?.comparisons ?? []) expect(difference).toMatchObject({ n: 3 });
    for (const { base } of quality?.distributions ?? []) {
      expect(base.reduce((sum, n) => sum + n, 0)).toBe(2 * 3 * judges.judges.length);
    }
    const csv = quality ? qualityCsv(quality) : "";
    expect(csv.split("\r\n").filter((line) => line.startsWith("gain,"))).toHaveLength(dimensions.length);
    expect(csv).toMatch(/,published,synthetic\r\n/);
  });

  test("compares two runs pair by pair, in both orders, and tells how far the place swayed a judge", async () => {
    const [base, other] = await Promise.all(
      (["baseline", "deliberation"] as const).map((kind) =>
        db.run.findFirstOrThrow({ where: { projectId, kind, opensReviews: true } }),
      ),
    );
    const asked = () => start(pairwise.name, "pairwise", other?.number ?? 0, true, base?.number);
    const { id } = await asked();
    const turns = await db.turn.count({ where: { deliberation: { runId: id }, stage: "compare" } });
    expect(turns).toBe(3 * pairwise.judges.length * 2);
    const { quality } = await loadQuality(operator, projectId);
    expect(quality?.preferences.map(({ judge }) => judge?.split(",")[0] ?? "all")).toEqual([
      "all",
      "judge-1",
      "judge-2",
    ]);
    const [all] = quality?.preferences ?? [];
    expect(all?.preference.rate).toMatchObject({ n: turns, records: 3 });
    expect((all?.preference.wins ?? 0) + (all?.preference.ties ?? 0) + (all?.preference.losses ?? 0)).toBe(
      turns,
    );
  });

  test("that compares is refused without a run to compare with, and one that scores with one", async () => {
    const { number } = await db.run.findFirstOrThrow({ where: { projectId, kind: "baseline" } });
    await expect(start(pairwise.name, "pairwise", number)).rejects.toMatchObject({ code: "invalid" });
    await expect(start("Two judges", "grading", number, true, number)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("is offered judges whose model wrote nothing of it, where there are any", async () => {
    const graded = await db.run.findFirst({ where: { projectId, kind: "baseline", opensReviews: true } });
    const preset = await presetForGrading(operator, projectId, graded?.number ?? 0);
    expect(preset.writers).toEqual(["rehearsal"]);
    const offered = await db.endpoint.findUniqueOrThrow({
      where: { id: preset.roles?.judge },
      select: { versions: { select: { model: true } } },
    });
    expect(offered.versions.map(({ model }) => model)).not.toContain("rehearsal");
  });

  test("keeps scores as they were given", async () => {
    await expect(db.score.updateMany({ data: { value: 5 } })).rejects.toThrow();
    await expect(db.score.deleteMany({})).rejects.toThrow();
  });
});

test("what was erased is not judged again by a retry", async () => {
  const graded = await start(zeroShot.name, "baseline");
  const { id } = await start("Two judges", "grading", graded.number);
  const { id: failed, subjectRevisionId } = await db.deliberation.findFirstOrThrow({ where: { runId: id } });
  await db.deliberation.update({ where: { id: failed }, data: { outcome: "endpoint_failed" } });
  const { recordId } = await db.revision.findUniqueOrThrow({ where: { id: subjectRevisionId ?? "" } });
  await erase(operator, { kind: "record", id: recordId, reason: "It names a person." });
  await expect(retryRun(operator, id)).rejects.toMatchObject({ code: "conflict" });
});
