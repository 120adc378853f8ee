import { readFile } from "node:fs/promises";
import { zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
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
  const version = await db.recipeVersion.findFirst({
    where: { recipe: { projectId, archivedAt: null, name: { equals: name, mode: "insensitive" } } },
    orderBy: { version: "desc" },
    select: { id: true, body: true },
  });
  if (version) return { versionId: version.id, body: Recipe.parse(version.body) };
  const body = await readRecipe(word);
  const { versionId } = await saveRecipe(operator, projectId, body);
  return { versionId, body };
}

async function readRecipe(file: string): Promise<Recipe> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      "not_found",
      `“${file}” is neither a recipe of this project nor a file that can be read (${error.code}).`,
    );
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
