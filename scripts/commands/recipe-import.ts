import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { saveRecipe } from "#lib/server/recipes/save.ts";
import { type Command, operator } from "#scripts/command-line/command.ts";
import { projectFor } from "#scripts/command-line/project.ts";
import { readRecipeFile } from "#scripts/command-line/recipe.ts";

/** Stores a recipe file as the next version of the recipe that it names. */
export const recipeImportCommand: Command = {
  name: "recipe import",
  summary: "Store a recipe file as the next version of the recipe that it names.",
  words: ["FILE"],
  options: { project: { type: "string" } },
  help: { project: "slug of the project" },
  async run(given) {
    const body = await readRecipeFile(given.words[0] ?? "");
    const project = await projectFor(given);
    const { version, isNew } = await saveRecipe(operator, project.id, body);
    return {
      json: { project: project.slug, recipe: body.name, version, isNew },
      text: isNew ? strings.imported(body.name, version) : strings.importedAlready(body.name, version),
    };
  },
};
