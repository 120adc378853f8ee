import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { RecipeRow } from "#lib/domain/recipe/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { pool } from "#lib/server/database/client.ts";

/**
 * The recipes of a project that can be run, those in use first, each by its newest version. A project has a handful.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listRecipes(actor: Actor, projectId: string): Promise<RecipeRow[]> {
  await authorize(actor, "recipes.read", { projectId });
  type Stored = Omit<RecipeRow, "body" | "changedAt"> & { body: unknown; changedAt: Date };
  const { rows } = await pool.query<Stored>(
    `select c.id, c.name, v.version, v.body, v.created_at as "changedAt", c.archived_at is not null as archived,
       (select count(*)::int from runs r join plans p on p.id = r.plan_id
         join recipe_versions rv on rv.id = p.recipe_version_id where rv.recipe_id = c.id) as runs
     from recipes c
     join lateral (select version, body, created_at from recipe_versions where recipe_id = c.id
       order by version desc limit 1) v on true
     where c.project_id = $1
     order by c.archived_at is not null, c.created_at, c.id`,
    [projectId],
  );
  return rows.flatMap(({ body, changedAt, ...row }) => {
    const recipe = Recipe.safeParse(body);
    return recipe.success ? [{ ...row, body: recipe.data, changedAt: changedAt.toISOString() }] : [];
  });
}
