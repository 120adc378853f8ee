import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { RunOptions } from "#lib/domain/run/options.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { listCategories } from "#lib/server/prompts/list.ts";
import { countPrompts } from "./prompts.ts";

/**
 * What a person can choose from when starting a run.
 *
 * @param wanted a recipe version that is to be among them, even if it is not the newest
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunOptions(actor: Actor, projectId: string, wanted?: string): Promise<RunOptions> {
  await authorize(actor, "runs.start", { projectId });
  const [recipes, endpoints, runs, [counts], categories, { beliefRuns }] = await Promise.all([
    recipesOf(projectId, wanted),
    endpointsOf(projectId),
    runsOf(projectId),
    db.$queryRaw<{ all: number; fresh: number; evaluation: number }[]>(countPrompts(projectId)),
    listCategories(actor, projectId),
    db.project.findUniqueOrThrow({ where: { id: projectId }, select: { beliefRuns: true } }),
  ]);
  return {
    recipes,
    endpoints,
    runs,
    beliefRuns,
    prompts: {
      all: counts?.all ?? 0,
      fresh: counts?.fresh ?? 0,
      evaluation: counts?.evaluation ?? 0,
      categories,
    },
  };
}

async function recipesOf(projectId: string, wanted: string | undefined): Promise<RunOptions["recipes"]> {
  const version = { id: true, version: true, body: true } as const;
  const [recipes, older] = await Promise.all([
    db.recipe.findMany({
      where: { projectId, archivedAt: null },
      select: { name: true, versions: { orderBy: { version: "desc" }, take: 1, select: version } },
      orderBy: { createdAt: "asc" },
    }),
    wanted
      ? db.recipeVersion.findFirst({
          where: { id: wanted, recipe: { projectId } },
          select: { ...version, recipe: { select: { name: true } } },
        })
      : null,
  ]);
  const newest = recipes.flatMap(({ name, versions }) => versions.map((one) => ({ ...one, name })));
  const isListed = !older || newest.some(({ id }) => id === older.id);
  const all = isListed ? newest : [{ ...older, name: older.recipe.name }, ...newest];
  return all.flatMap(({ id, name, version: number, body }) => {
    const recipe = Recipe.safeParse(body);
    return recipe.success ? [{ recipeVersionId: id, name, version: number, body: recipe.data }] : [];
  });
}

async function runsOf(projectId: string): Promise<RunOptions["runs"]> {
  const runs = await db.run.findMany({
    where: { projectId, opensReviews: true },
    select: {
      number: true,
      plan: { select: { recipeVersion: { select: { recipe: { select: { name: true } } } } } },
    },
    orderBy: { number: "desc" },
    take: 50,
  });
  return runs.map(({ number, plan }) => ({ number, recipe: plan.recipeVersion.recipe.name }));
}

async function endpointsOf(projectId: string): Promise<RunOptions["endpoints"]> {
  const granted = await db.endpoint.findMany({
    where: { archivedAt: null, grants: { some: { projectId } } },
    select: { id: true, name: true, state: true, versions: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: { createdAt: "asc" },
  });
  return granted.flatMap(({ id, name, state, versions: [newest] }) =>
    newest
      ? { id, name, model: newest.model, synthetic: newest.synthetic, stopped: state === "stopped" }
      : [],
  );
}
