import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluation, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { everything } from "#lib/domain/export/filter.ts";
import { contaminationOfFilter } from "#lib/server/data-sets/contamination.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { previewSnapshot } from "#lib/server/data-sets/preview.ts";
import { streamRelease } from "#lib/server/data-sets/release.ts";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";
import { confirmImport } from "#lib/server/imports/confirm.ts";
import { loadImport } from "#lib/server/imports/load.ts";
import { openLocalFile } from "#lib/server/imports/open.ts";
import { remapImport } from "#lib/server/imports/remap.ts";
import { setAside } from "#lib/server/prompts/set-aside.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { readsOf } from "#lib/server/testing/reads.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, submit } from "#lib/server/testing/reviewing.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { loadEvaluation } from "./table.ts";

const fixtures = path.join(root, "lib/server/imports/fixtures");

/** Imports a file, as evaluation prompts or not; gives how many prompts came of it. */
async function importFile(projectId: string, file: string, isEvaluation: boolean): Promise<number> {
  const { number, reading } = await openLocalFile(operator, projectId, path.join(fixtures, file));
  await reading;
  const { mapping } = await loadImport(operator, projectId, number);
  if (!mapping) throw new Error("The columns are known.");
  if (isEvaluation) {
    const again = await remapImport(operator, projectId, number, { ...mapping, evaluation: true });
    await again.reading;
  }
  return (await confirmImport(operator, projectId, number, { leaveOutFaulty: false })).prompts;
}

describe("an evaluation run", () => {
  let worker: Worker;
  let projectId: string;
  let endpointId: string;

  const run = async (recipe: typeof evaluation | typeof zeroShot) => {
    const version = await db.recipeVersion.findFirstOrThrow({
      where: { recipe: { projectId, name: recipe.name } },
      select: { id: true },
    });
    const started = await startRun(operator, {
      projectId,
      recipeVersionId: version.id,
      prompts: { scope: "all", limit: null },
      roles: Object.fromEntries(rolesOf(recipe).map(({ key }) => [key, endpointId])),
    });
    await finished(started.id);
    return db.run.findUniqueOrThrow({ where: { id: started.id } });
  };

  beforeAll(async () => {
    worker = await startWorker();
    ({ projectId } = await prepareRuns({ prompts: 3, url: "http://127.0.0.1:9" }));
    endpointId = (await db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } })).id;
  });
  afterAll(() => worker.stop(0));

  test("is refused where no prompt was set aside", async () => {
    await expect(run(evaluation)).rejects.toMatchObject({ code: "invalid" });
  });

  test("takes evaluation prompts and no others, and gives figures and no records", async () => {
    expect(await importFile(projectId, "xstest_prompts.csv", true)).toBe(450);
    expect(await importFile(projectId, "simplesafetytests.csv", true)).toBe(100);
    expect(await run(evaluation)).toMatchObject({ subjects: 550, opensReviews: false, synthetic: true });
    expect(await db.record.count({ where: { projectId } })).toBe(0);

    const { table, runs } = await loadEvaluation(operator, projectId);
    expect(runs).toMatchObject([{ chosen: true, synthetic: true, judgesItself: true }]);
    expect(table.rows.map(({ set, metric, cells }) => [set, metric, cells[0]?.n])).toEqual([
      ["SimpleSafetyTests", "safe", 100],
      ["XSTest", "safe", 200],
      ["XSTest", "answered", 250],
    ]);
    for (const { cells } of table.rows) {
      const [cell] = cells;
      expect(cell && "value" in cell && cell.value).toBeGreaterThan(0.5);
      expect(cell && "value" in cell && cell.value).toBeLessThan(1);
    }
    expect(table.columns).toMatchObject([{ unexamined: 0, agreement: { n: 550 } }]);
    const [{ agreement } = { agreement: null }] = table.columns;
    expect(agreement && "value" in agreement && agreement.value).toBeGreaterThan(0);
  });

  test("its table reads of each prompt a line, however long the answers and verdicts are", async () => {
    const run = await db.run.findFirstOrThrow({ where: { projectId, kind: "evaluation" } });
    const before = await loadEvaluation(operator, projectId);
    await db.$transaction([
      db.$executeRaw`alter table turns disable trigger user`,
      db.$executeRaw`update turns set reply = (reply::jsonb
        || case stage when 'answer' then jsonb_build_object('response', (reply->>'response') || repeat(' And so on.', 500))
          else jsonb_build_object('why', repeat('Since.', 500)) end)::json
        where deliberation_id in (select id from deliberations where run_id = ${run.id}::uuid)`,
      db.$executeRaw`alter table turns enable trigger user`,
    ]);
    const reads = await readsOf(async () => {
      expect(await loadEvaluation(operator, projectId)).toEqual(before);
    });
    const bytes = reads.reduce((sum, one) => sum + one.bytes, 0);
    expect(bytes).toBeGreaterThan(50 * 550);
    expect(bytes).toBeLessThan(700 * 550);
  });

  test("any other run passes them over", async () => {
    expect(await run(zeroShot)).toMatchObject({ subjects: 3 });
    const records = await db.record.findMany({ where: { projectId }, select: { prompt: true } });
    expect(records.map(({ prompt }) => prompt.evaluation)).toEqual([false, false, false]);
  });
});

describe("evaluation prompts and data sets", () => {
  test("words of them are named before a data set is frozen and in its manifest, and gone without them", async () => {
    const [lea, ina] = await Promise.all([createPerson({ name: "Lea" }), createPerson({ name: "Ina" })]);
    const { id: projectId } = await createProjectWith([
      [lea, "lead"],
      [ina, "annotator"],
    ]);
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, approving);
    const look = () => contaminationOfFilter(lea, { projectId, filter: everything });
    expect(await look()).toEqual({ evaluationPrompts: 0, hits: [] });

    const { prompt } = await db.record.findFirstOrThrow({ where: { projectId }, select: { prompt: true } });
    const shouted = `${prompt.text.toUpperCase()} Please.`;
    const { id } = await db.prompt.create({
      data: {
        projectId,
        number: 900,
        messages: [{ role: "user", content: prompt.text.toUpperCase() }],
        text: prompt.text.toUpperCase(),
        contentHash: shouted,
      },
    });
    // The control: the same words in a prompt that is not set aside are nobody's concern.
    expect((await look()).hits).toEqual([]);
    await setAside(lea, projectId, 900);
    expect(await look()).toEqual({
      evaluationPrompts: 1,
      hits: [{ ref, prompt: 900, part: "prompt", overlap: 1 }],
    });

    // What was looked through once is not read again, under whatever filter it comes.
    const again = await readsOf(look);
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter(({ text }) => text.includes("thoughts"))).toEqual([]);

    const snapshot = await createSnapshot(lea, { projectId, name: "Mine", filter: everything });
    const release = await streamRelease(lea, snapshot.id, "aidsafe");
    release.stream.resume();
    expect((await release.manifest()).contamination?.hits).toEqual([
      { ref, prompt: 900, part: "prompt", overlap: 1 },
    ]);
    expect(await db.prompt.findUniqueOrThrow({ where: { id } })).toMatchObject({ evaluation: true });
  });

  test("what came of a prompt that is set aside is taken into no data set any more; one that is in one is not set aside", async () => {
    const [lea, ina] = await Promise.all([createPerson({ name: "Lea" }), createPerson({ name: "Ina" })]);
    const { id: projectId } = await createProjectWith([
      [lea, "lead"],
      [ina, "annotator"],
    ]);
    const refs = await createRecords(projectId, 2);
    for (const ref of refs) await submit(ina, projectId, ref, approving);
    const prompts = await db.prompt.findMany({ where: { projectId }, orderBy: { number: "asc" } });
    const [first, second] = prompts.map(({ number }) => number);
    await expect(setAside(ina, projectId, first ?? 0)).rejects.toMatchObject({ code: "forbidden" });
    await setAside(lea, projectId, first ?? 0);
    const { items, leftOut } = await previewSnapshot(lea, { projectId, filter: everything });
    expect([items, leftOut.evaluation]).toEqual([1, 1]);
    await createSnapshot(lea, { projectId, name: "Mine", filter: everything });
    await expect(setAside(lea, projectId, second ?? 0)).rejects.toMatchObject({ code: "conflict" });
  });
});
