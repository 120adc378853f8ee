import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { RunOptions } from "#lib/domain/run/options.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { listCategories } from "#lib/server/prompts/list.ts";
import { countPrompts } from "./prompts.ts";

/**
 * What a person can choose from when starting a run.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunOptions(actor: Actor, projectId: string): Promise<RunOptions> {
  await authorize(actor, "runs.start", { projectId });
  const [recipes, endpoints, [counts], categories] = await Promise.all([
    recipesOf(projectId),
    endpointsOf(projectId),
    db.$queryRaw<{ all: number; fresh: number }[]>(countPrompts(projectId)),
    listCategories(actor, projectId),
  ]);
  return { recipes, endpoints, prompts: { all: counts?.all ?? 0, fresh: counts?.fresh ?? 0, categories } };
}

async function recipesOf(projectId: string): Promise<RunOptions["recipes"]> {
  const recipes = await db.recipe.findMany({
    where: { projectId, archivedAt: null },
    select: { name: true, versions: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: { createdAt: "asc" },
  });
  return recipes.flatMap(({ name, versions: [newest] }) => {
    const recipe = Recipe.safeParse(newest?.body);
    if (!newest || !recipe.success) return [];
    return {
      recipeVersionId: newest.id,
      name,
      version: newest.version,
      kind: newest.kind,
      rounds: recipe.data.kind === "deliberation" ? recipe.data.rounds : null,
      agents: recipe.data.kind === "deliberation" ? recipe.data.agents.length : 1,
      roles: rolesOf(recipe.data).map(({ key, name: roleName }) => ({ key, name: roleName })),
    };
  });
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
