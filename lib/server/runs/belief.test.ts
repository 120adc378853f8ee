import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/domain/access/actions.ts";
import { beliefs, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { shiftCsv } from "#lib/domain/pair/shift.ts";
import { db } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { listPairs } from "#lib/server/pairs/list.ts";
import { listShift, loadShift } from "#lib/server/pairs/shift.ts";
import { createRecipe } from "#lib/server/recipes/save.ts";
import { createPerson, memberOf } from "#lib/server/testing/people.ts";
import { finished, operator, prepareRuns, startRecipe } from "#lib/server/testing/runs.ts";
import { beliefMarker } from "#lib/server/worker/rehearsal/belief.ts";
import { sharedPool } from "#lib/server/worker/shared-pool.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";
import { allowBeliefRuns } from "./belief-runs.ts";
import { retryRun } from "./control.ts";

let worker: Worker;
let projectId: string;
let endpointId: string;

async function run(recipe: Recipe, actor: Actor = operator): Promise<string> {
  const { id } = await startRecipe(projectId, endpointId, recipe, { actor });
  await finished(id);
  return id;
}

/** The one of the built-in recipe. */
function firstBeliefRun() {
  return db.run.findFirstOrThrow({ where: { projectId, kind: "belief" }, orderBy: { number: "asc" } });
}

beforeAll(async () => {
  worker = await startWorker();
  const prepared = await prepareRuns({ prompts: 6, url: "http://127.0.0.1:9" });
  projectId = prepared.projectId;
  endpointId = (await db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } })).id;
});
afterAll(() => worker.stop(0));

describe("a belief run", () => {
  test("is started by leads alone, and only where an admin allowed it", async () => {
    const people = await Promise.all(["Lea", "Ina", "Rui"].map((name) => createPerson({ name })));
    const roles = ["lead", "annotator", "reader"] as const;
    const [lead, annotator, reader] = people;
    if (!lead || !annotator || !reader) throw new Error("Somebody is missing.");
    await db.membership.createMany({
      data: people.map(({ userId }, index) => ({ projectId, userId, role: roles[index] ?? "reader" })),
    });
    const admin = await createPerson({ name: "Ada", isAdmin: true });
    const { slug } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
    const forbidden = { code: "forbidden" };
    const notAllowed = { ...forbidden, message: expect.stringContaining("admin") };

    await expect(run(beliefs, lead)).rejects.toMatchObject(notAllowed);
    await expect(run(beliefs)).rejects.toMatchObject(notAllowed);
    for (const actor of people) {
      await expect(allowBeliefRuns(actor, { slug, allowed: true })).rejects.toMatchObject(forbidden);
    }
    await allowBeliefRuns(admin, { slug, allowed: true });
    for (const actor of [annotator, reader]) {
      await expect(run(beliefs, actor)).rejects.toMatchObject(forbidden);
    }
    expect(
      await db.auditEvent.findFirst({ where: { projectId, action: "project.allowBeliefs" } }),
    ).toMatchObject({
      actorId: admin.userId,
    });
  });

  test("is refused where no prompt has a chain of thought to select", async () => {
    await expect(run(beliefs)).rejects.toMatchObject({ code: "invalid" });
  });

  test("sets an answer under a belief against each chain of thought, and leaves no record", async () => {
    await run(zeroShot);
    const id = await run(beliefs);
    const { deliberations, ...found } = await db.run.findUniqueOrThrow({
      where: { id },
      include: { deliberations: { include: { turns: true, pair: { include: { rejected: true } } } } },
    });
    expect(found).toMatchObject({ kind: "belief", subjects: 6, opensReviews: false, synthetic: true });
    expect(await db.record.count({ where: { runId: id } })).toBe(0);
    const heads = await db.record.findMany({ where: { projectId }, select: { headRevisionId: true } });
    for (const { outcome, turns, pair } of deliberations) {
      expect(outcome).toBe("completed");
      expect((turns.length - 1) % 3).toBe(0);
      expect(heads).toContainEqual({ headRevisionId: pair?.selectedRevisionId });
      expect(pair?.rejected?.stage).toBe("believe");
      // Three plain samples stand beside it, as a control.
      expect(turns.filter(({ stage }) => stage === "sample")).toHaveLength(3);
      expect(pair?.controlBest).toBeLessThanOrEqual(pair?.controlWorst ?? 0);
      expect(pair?.status).toBe(pair?.fault === null ? "proposed" : "discarded");
    }
    expect(deliberations.some(({ pair }) => pair?.status === "proposed")).toBe(true);
  });

  test("puts aside what falls short of the recipe's margin, and says why", async () => {
    const strict = { ...beliefs, name: "Nothing is enough", rounds: 1, margin: 1 };
    await createRecipe(operator, projectId, strict);
    const id = await run(strict);
    const pairs = await db.pair.findMany({ where: { deliberation: { runId: id } } });
    expect(pairs.map(({ status, fault }) => `${status}: ${fault}`)).toEqual(
      Array(6).fill("discarded: small_gap"),
    );
  });

  test("shows the whisperer the best beliefs of earlier prompts where the pool is shared, and no others", async () => {
    const sharing = { ...beliefs, name: "Shared", samples: 0, rounds: 1, pool: "shared" as const, shown: 2 };
    await createRecipe(operator, projectId, sharing);
    const id = await run(sharing);
    const begun = await db.deliberation.findMany({ where: { runId: id }, orderBy: { startedAt: "asc" } });
    const last = begun.at(-1)?.id ?? "";
    // Begun once more, when all others have ended.
    await db.deliberation.update({ where: { id: last }, data: { startedAt: new Date() } });
    const best = await db.pair.findMany({
      where: { runId: id, createdAt: { lt: new Date() } },
      orderBy: [{ rejectedScore: "desc" }, { id: "asc" }],
      take: 2,
    });
    const pool = await sharedPool(last, sharing);
    expect(pool.map(({ score }) => score)).toEqual(best.map(({ rejectedScore }) => rejectedScore));
    expect(pool.every(({ belief }) => belief.includes(beliefMarker))).toBe(true);
    expect(await sharedPool(last, { ...sharing, pool: "prompt" })).toEqual([]);
    await db.deliberation.update({ where: { id: last }, data: { startedAt: new Date(0) } });
    expect(await sharedPool(last, sharing)).toEqual([]);
  });

  test("keeps its beliefs to its own turns: no record, prompt or audit event holds one", async () => {
    const said = await db.turn.count({ where: { stage: "whisper", deliberation: { run: { projectId } } } });
    expect(said).toBeGreaterThan(0);
    const [{ strays } = { strays: -1 }] = await db.$queryRaw<{ strays: number }[]>`
      select (
        (select count(*) from turns where stage <> 'whisper' and (reply::text || coalesce(raw, '')) like ${`%${beliefMarker}%`})
        + (select count(*) from revisions where (thoughts::text || response) like ${`%${beliefMarker}%`})
        + (select count(*) from prompts where messages::text like ${`%${beliefMarker}%`})
        + (select count(*) from audit_events where detail::text like ${`%${beliefMarker}%`}))::int as strays`;
    expect(strays).toBe(0);
  });

  test("lists its pairs by state, as unreviewed until the selected side is approved, and to no annotator", async () => {
    const [proposed, discarded] = await Promise.all(
      (["proposed", "discarded"] as const).map((status) => listPairs(operator, { projectId, status })),
    );
    expect(proposed?.pairs.map(({ fault }) => fault)).toEqual(proposed?.pairs.map(() => null));
    expect(discarded?.pairs.length).toBeGreaterThanOrEqual(6);
    expect(proposed?.pairs.some(({ isApproved }) => isApproved)).toBe(false);
    expect(JSON.stringify([proposed, discarded])).not.toContain(beliefMarker);

    const annotator = await memberOf(projectId, "Ben");
    await expect(listPairs(annotator, { projectId, status: "proposed" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("shows both sides' faithfulness beside that of plain samples, of every prompt", async () => {
    const { id, number } = await firstBeliefRun();
    const shift = await loadShift(operator, id);
    const sum = (counts: readonly number[] = []) => counts.reduce((all, n) => all + n, 0);
    for (const spread of [shift?.beliefs, shift?.control]) {
      expect([sum(spread?.selected), sum(spread?.rejected)]).toEqual([6, 6]);
    }
    const rows = await listShift(operator, projectId, number);
    const mean = (values: number[]) => values.reduce((all, one) => all + one, 0) / values.length;
    expect(shift?.beliefs.gap).toBeCloseTo(mean(rows.map((row) => row.rejected - row.selected)));
    // The rehearsal's beliefs draw the sides apart, and its samples hardly differ.
    expect(shift?.beliefs.gap).toBeGreaterThan((shift?.control?.gap ?? 1) + 0.3);
    const [head, first] = shiftCsv(rows).split("\r\n");
    expect(head).toBe("prompt,selected,rejected,best_sample,worst_sample,status,fault");
    expect(first?.startsWith(`1,${Number((1 - (rows[0]?.selected ?? 0)).toFixed(6))},`)).toBe(true);
  });

  test("is read turn by turn by leads alone, and goes on only while it is allowed", async () => {
    const { number, id } = await firstBeliefRun();
    const reader = await memberOf(projectId, "Rea", { role: "reader" });
    const read = (actor: Actor) => loadDeliberation(actor, projectId, number, 1);
    await expect(read(reader)).rejects.toMatchObject({ code: "forbidden" });
    // The control: what the reader may not see is there.
    expect(JSON.stringify(await read(operator))).toContain(beliefMarker);

    const { slug } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
    await allowBeliefRuns(operator, { slug, allowed: false });
    await expect(retryRun(operator, id)).rejects.toMatchObject({ code: "forbidden" });
    await allowBeliefRuns(operator, { slug, allowed: true });
    await expect(retryRun(operator, id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("leaves pairs whose facts never change", async () => {
    await expect(db.pair.updateMany({ data: { rejectedScore: 1 } })).rejects.toThrow();
    await expect(db.pair.deleteMany({})).rejects.toThrow();
  });
});
