import type { Actor } from "#lib/domain/access/actions.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { appendVersion, type SavedVersion } from "./append-version.ts";
import { findRecipe } from "./find.ts";

/**
 * Stores a recipe under a name that the project does not have yet, in any case.
 *
 * @throws Refused `conflict` where the name is taken; `not_found`, `forbidden`
 */
export async function createRecipe(actor: Actor, projectId: string, body: Recipe): Promise<SavedVersion> {
  await authorize(actor, "recipes.edit", { projectId });
  return db.$transaction(async (tx) => {
    if (await recipeNamed(tx, projectId, body.name)) {
      throw new Refused("conflict", strings.nameTaken(body.name));
    }
    // Two who make the same name at once: the unique index lets one through.
    const made = await tx.recipe.createManyAndReturn({
      data: { projectId, name: body.name },
      skipDuplicates: true,
      select: handle,
    });
    if (!made[0]) throw new Refused("conflict", strings.nameTaken(body.name));
    return appendVersion(tx, actor, made[0], body);
  });
}

/**
 * Publishes the next version of a recipe. Its name stays what it is.
 *
 * @param basedOn the version that was edited
 * @throws Refused `conflict` where another version came in between; `not_found`, `forbidden`
 */
export async function publishRecipe(
  actor: Actor,
  recipeId: string,
  { basedOn, body }: { basedOn: number; body: Recipe },
): Promise<SavedVersion> {
  const recipe = await findRecipe(actor, "recipes.edit", recipeId);
  return db.$transaction((tx) => appendVersion(tx, actor, recipe, { ...body, name: recipe.name }, basedOn));
}

/**
 * Stores a recipe from a file as the next version of the project's recipe of that name, in any case, or as a new one. Saving
 * what the newest version already says makes no new one. An archived recipe is taken up again.
 *
 * @throws Refused `conflict` where the recipe of that name is of another kind; `not_found`, `forbidden`
 */
export async function saveRecipe(actor: Actor, projectId: string, body: Recipe): Promise<SavedVersion> {
  await authorize(actor, "recipes.edit", { projectId });
  return db.$transaction(async (tx) => {
    const name = (await recipeNamed(tx, projectId, body.name))?.name ?? body.name;
    const recipe = await tx.recipe.upsert({
      where: { projectId_name: { projectId, name } },
      create: { projectId, name },
      update: { archivedAt: null },
      select: handle,
    });
    return appendVersion(tx, actor, recipe, { ...body, name });
  });
}

const handle = { id: true, projectId: true, name: true } as const;

function recipeNamed(tx: Prisma.TransactionClient, projectId: string, name: string) {
  return tx.recipe.findFirst({
    where: { projectId, name: { equals: name, mode: "insensitive" } },
    select: { name: true },
  });
}
