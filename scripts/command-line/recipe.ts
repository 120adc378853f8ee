import { readFile } from "node:fs/promises";
import { zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { readRecipe } from "#lib/domain/recipe/read.ts";
import { db } from "#lib/server/database/client.ts";
import { saveRecipe } from "#lib/server/recipes/save.ts";
import { operator } from "./command.ts";

/** What the built-in recipes are also called here. */
const shortNames: Readonly<Record<string, string>> = { baseline: zeroShot.name, "zero-shot": zeroShot.name };

/**
 * The newest version of the recipe that a word names: a recipe of the project by name in any case, or a
 * file, which is stored as a version of the recipe that it names.
 *
 * @throws Refused `not_found` where there is neither; `invalid` where the file is no recipe
 */
export async function recipeFor(
  projectId: string,
  word: string,
): Promise<{ versionId: string; body: Recipe }> {
  const name = shortNames[word.toLowerCase()] ?? word;
  const stored = await storedRecipe(projectId, name);
  if (stored) return stored;
  const body = await readRecipeFile(word, "is neither a recipe of this project nor a");
  const { versionId } = await saveRecipe(operator, projectId, body);
  return { versionId, body };
}

/**
 * A recipe of the project by its name in any case; null where there is none in use.
 *
 * @param version its newest where null
 */
export async function storedRecipe(projectId: string, name: string, version: number | null = null) {
  const found = await db.recipeVersion.findFirst({
    where: {
      recipe: { projectId, archivedAt: null, name: { equals: name, mode: "insensitive" } },
      ...(version !== null && { version }),
    },
    orderBy: { version: "desc" },
    select: { id: true, body: true },
  });
  return found && { versionId: found.id, body: Recipe.parse(found.body) };
}

/**
 * Reads a recipe from a file of this machine.
 *
 * @param isNot how the sentence goes on that says that it is no file
 * @throws Refused `not_found` where there is no such file; `invalid` where it is no recipe
 */
export async function readRecipeFile(file: string, isNot = "is no"): Promise<Recipe> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused("not_found", `“${file}” ${isNot} file that can be read (${error.code}).`);
  });
  const reading = readRecipe(text);
  if (!reading.ok) throw new Refused("invalid", `${file}: ${reading.message}`);
  return reading.recipe;
}
