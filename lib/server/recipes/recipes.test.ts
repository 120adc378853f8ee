import { beforeAll, describe, expect, test } from "vitest";
import { aidsafe, builtInRecipes, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { archiveRecipe } from "./archive.ts";
import { listRecipes } from "./list.ts";
import { loadRecipe } from "./load.ts";
import { createRecipe, publishRecipe, saveRecipe } from "./save.ts";

let lead: PersonActor;
let reader: PersonActor;
let annotator: PersonActor;
let projectId: string;

beforeAll(async () => {
  lead = await createPerson({ name: "Lea Lead" });
  reader = await createPerson({ name: "Rea Reader" });
  annotator = await createPerson({ name: "Ann Annotator" });
  const project = await createProjectWith([
    [lead, "lead"],
    [reader, "reader"],
    [annotator, "annotator"],
  ]);
  projectId = project.id;
});

const short = { ...aidsafe, name: "Short", rounds: 1 };

test("a project begins with the built-in recipes", async () => {
  const recipes = await listRecipes(reader, projectId);
  expect(recipes.map(({ name, version, runs }) => [name, version, runs])).toEqual(
    Object.values(builtInRecipes).map(({ name }) => [name, 1, 0]),
  );
});

describe("versions", () => {
  test("count up, keep what they said, and tell what changed and who changed it", async () => {
    const { id } = await createRecipe(lead, projectId, short);
    await publishRecipe(lead, id, { basedOn: 1, body: { ...short, rounds: 2, name: "Renamed" } });
    const newest = await loadRecipe(reader, projectId, id);
    expect([newest.name, newest.version, newest.body.name]).toEqual(["Short", 2, "Short"]);
    expect(newest.versions).toMatchObject([
      { version: 2, by: "Lea Lead", changes: [{ term: "Rounds", before: "1", after: "2" }] },
      { version: 1, changes: [] },
    ]);
    expect((await loadRecipe(reader, projectId, id, 1)).body).toEqual(short);
    await expect(loadRecipe(reader, projectId, id, 3)).rejects.toMatchObject({ code: "not_found" });
  });

  test("that say what the newest says are not made", async () => {
    const first = await saveRecipe(lead, projectId, { ...short, name: "Same" });
    const again = await saveRecipe(lead, projectId, { ...short, name: "Same" });
    expect([first.isNew, again.isNew, again.version]).toEqual([true, false, 1]);
  });

  test("stored before recipes chose policies say the same as one that uses all", async () => {
    const { policies, fallback, ...old } = { ...short, name: "Old" };
    const recipe = await db.recipe.create({
      data: {
        projectId,
        name: "Old",
        versions: { create: { version: 1, kind: "deliberation", body: old } },
      },
    });
    expect(await saveRecipe(lead, projectId, { ...short, name: "Old" })).toMatchObject({
      id: recipe.id,
      isNew: false,
    });
  });

  test("do not overwrite what was published meanwhile", async () => {
    const { id } = await createRecipe(lead, projectId, { ...short, name: "Contested" });
    const edits = [2, 3].map((rounds) => publishRecipe(lead, id, { basedOn: 1, body: { ...short, rounds } }));
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });

  test("are changed by nobody, not even in the database", async () => {
    const { versionId } = await createRecipe(lead, projectId, { ...short, name: "Fixed" });
    const change = db.recipeVersion.update({ where: { id: versionId }, data: { version: 9 } });
    await expect(change).rejects.toThrow();
  });
});

test("a new recipe does not take another's name, in whatever case", async () => {
  await expect(createRecipe(lead, projectId, { ...zeroShot, name: "aidsafe" })).rejects.toMatchObject({
    code: "conflict",
    message: "There is a recipe named aidsafe already. Choose another name, or edit that one.",
  });
});

test("a file adds to the recipe of its name, in whatever case, if that is of its kind", async () => {
  const { id } = await createRecipe(lead, projectId, { ...short, name: "From a file" });
  const saved = await saveRecipe(lead, projectId, { ...short, name: "from A FILE", rounds: 2 });
  expect(saved).toMatchObject({ id, version: 2 });
  expect(await loadRecipe(lead, projectId, id)).toMatchObject({
    name: "From a file",
    body: { name: "From a file" },
  });
  await expect(saveRecipe(lead, projectId, { ...zeroShot, name: "From a file" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("an archived recipe comes last, and comes back", async () => {
  const { id } = await createRecipe(lead, projectId, { ...short, name: "Put away" });
  await archiveRecipe(lead, id, true);
  expect((await listRecipes(lead, projectId)).at(-1)).toMatchObject({ name: "Put away", archived: true });
  await expect(archiveRecipe(lead, id, true)).rejects.toMatchObject({ code: "conflict" });
  await saveRecipe(lead, projectId, { ...short, name: "Put away" });
  expect(await loadRecipe(lead, projectId, id)).toMatchObject({ archived: false, version: 1 });
});

test("leads write recipes, readers read them, others see none; what is written is in the audit log", async () => {
  await expect(listRecipes(annotator, projectId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveRecipe(reader, projectId, short)).rejects.toMatchObject({ code: "forbidden" });
  const { id } = await createRecipe(lead, projectId, { ...short, name: "Audited" });
  await expect(archiveRecipe(reader, id, true)).rejects.toMatchObject({ code: "forbidden" });
  await expect(publishRecipe(annotator, id, { basedOn: 1, body: short })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await createPerson();
  await expect(loadRecipe(stranger, projectId, id)).rejects.toMatchObject({ code: "not_found" });
  await archiveRecipe(lead, id, true);
  const events = await db.auditEvent.findMany({ where: { objectId: id }, orderBy: { at: "asc" } });
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["recipe.save", lead.userId],
    ["recipe.archive", lead.userId],
  ]);
});
