import { expect, test } from "vitest";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { createProject } from "./create.ts";
import { listProjects, type ProjectRow } from "./list.ts";
import { ensureRehearsalEndpoints } from "./rehearsal-endpoint.ts";
import { loadShell, requireProject } from "./shell.ts";

const admin = await createPerson({ name: "Ada", isAdmin: true });

test("a new project can be worked with at once", async () => {
  const { id: projectId, slug } = await createProject(admin, { name: "Prüfung 2" });
  expect(slug).toBe("prufung-2");
  const set = await db.policySet.findUniqueOrThrow({
    where: { projectId_number: { projectId, number: 1 } },
    include: { items: { include: { policyVersion: { include: { clauses: true } } } } },
  });
  expect(set.items.map(({ policyVersion }) => policyVersion.version)).toEqual([1, 1, 1, 1, 1]);
  for (const { policyVersion } of set.items) {
    expect(policyVersion.clauses.length).toBeGreaterThanOrEqual(4);
    const policy = await db.policy.findUniqueOrThrow({ where: { id: policyVersion.policyId } });
    expect(policy.lastClauseNumber).toBe(policyVersion.clauses.length);
  }
  const recipes = await db.recipeVersion.findMany({
    where: { recipe: { projectId } },
    orderBy: { kind: "asc" },
  });
  expect(recipes.map(({ body }) => Recipe.parse(body).kind)).toEqual([
    "deliberation",
    "baseline",
    "grading",
    "grading",
    "belief",
    "evaluation",
  ]);
  expect(await db.endpointGrant.count({ where: { projectId } })).toBe(2);
  expect(await db.guidelinesVersion.count({ where: { projectId, version: 1 } })).toBe(1);
  expect(await loadShell(admin, slug)).toMatchObject({
    role: "lead",
    waiting: { forMe: 0, pairs: 0, toAdjudicate: 0 },
    synthetic: false,
  });
});

test("a slug that is taken is refused where it was asked for, and numbered where it was not", async () => {
  const first = await createProject(admin, { name: "Support" });
  const second = await createProject(admin, { name: "Support" });
  expect([first.slug, second.slug]).toEqual(["support", "support-2"]);
  const again = createProject(admin, { name: "Other", slug: "support" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});

test("only admins make projects", async () => {
  const ina = await createPerson();
  await createProjectWith([[ina, "lead"]]);
  await expect(createProject(ina, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
});

test("the rehearsal endpoints are made once, also when two processes start at once", async () => {
  const [one, other] = await Promise.all([ensureRehearsalEndpoints(), ensureRehearsalEndpoints()]);
  expect(one).toEqual(other);
  expect(await db.endpointVersion.count({ where: { provider: "rehearsal", synthetic: true } })).toBe(2);
});

test("a project of others and one that does not exist look the same", async () => {
  const ina = await createPerson();
  const { slug } = await createProjectWith([]);
  const refusals = await Promise.all(
    [slug, "no-such-project"].map((asked) =>
      requireProject(ina, asked, "project.read").catch(({ code, message }) => ({ code, message })),
    ),
  );
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]).toMatchObject({ code: "not_found" });
});

test("people see the projects they are in; admins see all, and read only theirs", async () => {
  const ina = await createPerson();
  const project = await createProjectWith([[ina, "reader"]], "Readers");
  const { projects } = await listProjects(ina);
  expect(projects.map(({ slug, role }) => [slug, role])).toEqual([[project.slug, "reader"]]);
  const forAdmin = (await everyProject(admin)).find(({ slug }) => slug === project.slug);
  expect(forAdmin).toMatchObject({ role: null });
  await expect(requireProject(admin, project.slug, "runs.read")).rejects.toMatchObject({ code: "not_found" });
});

test("the list of projects goes on page by page, each project once", async () => {
  const prefix = "Page of projects";
  const data = Array.from({ length: 60 }, (_, n) => ({
    name: `${prefix} ${n}`,
    slug: `page-of-projects-${n}`,
  }));
  await db.project.createMany({ data });
  const first = await listProjects(admin);
  expect(first.projects).toHaveLength(50);
  expect(first.next).toBe(first.projects.at(-1)?.slug);
  const names = (await everyProject(admin)).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith(prefix)).sort()).toEqual(data.map(({ name }) => name).sort());
});

async function everyProject(actor: PersonActor) {
  const all: ProjectRow[] = [];
  let after: string | undefined;
  do {
    const { projects, next } = await listProjects(actor, { after });
    all.push(...projects);
    after = next ?? undefined;
  } while (after);
  return all;
}
