import { z } from "zod";
import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/** A recipe as far as access goes. */
export type RecipeHandle = { id: string; projectId: string; name: string };

/**
 * Finds a recipe by its id, which may come from an address; its own project decides.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findRecipe(actor: Actor, action: ProjectAction, id: string): Promise<RecipeHandle> {
  const recipe = z.uuid().safeParse(id).success
    ? await db.recipe.findUnique({ where: { id }, select: { id: true, projectId: true, name: true } })
    : null;
  if (!recipe) throw new Refused("not_found", accessStrings.notFound);
  await authorize(actor, action, recipe);
  return recipe;
}
