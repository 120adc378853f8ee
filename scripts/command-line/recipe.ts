import { readFile } from "node:fs/promises";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { db } from "#lib/server/database/client.ts";
import { saveRecipe } from "#lib/server/recipes/save.ts";
import { operator } from "./command.ts";

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
  if (word.endsWith(".json")) {
    const body = await readRecipe(word);
    const { versionId } = await saveRecipe(operator, projectId, body);
    return { versionId, body };
  }
  const recipe = await db.recipe.findFirst({
    where: { projectId, archivedAt: null, name: { contains: word, mode: "insensitive" } },
    select: { versions: { orderBy: { version: "desc" }, take: 1, select: { id: true, body: true } } },
    orderBy: { createdAt: "asc" },
  });
  const version = recipe?.versions[0];
  if (!version) throw new Refused("not_found", `There is no recipe “${word}” in this project.`);
  return { versionId: version.id, body: Recipe.parse(version.body) };
}

async function readRecipe(file: string): Promise<Recipe> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused("not_found", `${file} cannot be read (${error.code}).`);
  });
  const parsed = Recipe.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused("invalid", `${file}: ${issue?.path.join(".") || "the recipe"}: ${issue?.message}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("invalid", `${file} is not JSON. A recipe file holds one JSON object.`);
  }
}
