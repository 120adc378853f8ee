import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Refused } from "#lib/domain/errors.ts";
import { type Command, optional, optionalCount } from "#scripts/command-line/command.ts";
import { existingProject } from "#scripts/command-line/project.ts";
import { storedRecipe } from "#scripts/command-line/recipe.ts";

/** Writes a recipe of a project as the JSON that `recipe import` takes. */
export const recipeExportCommand: Command = {
  name: "recipe export",
  summary: "Write a recipe as JSON, to be imported into another project.",
  words: ["NAME"],
  options: {
    project: { type: "string" },
    version: { type: "string" },
    output: { type: "string", short: "o" },
  },
  help: {
    project: "slug of the project",
    version: "number of the version (the newest if not given)",
    output: "file to write, also -o. Without it: stdout",
  },
  async run(given) {
    const [name = ""] = given.words;
    const version = optionalCount(given, "version");
    const project = await existingProject(given);
    const recipe = await storedRecipe(project.id, name, version);
    if (!recipe) {
      const wanted = version === null ? `“${name}”` : `“${name}” with a version ${version}`;
      throw new Refused("not_found", `The project “${project.slug}” has no recipe ${wanted}.`);
    }
    const text = JSON.stringify(recipe.body, null, 2);
    const file = optional(given, "output");
    if (file === undefined) return { json: recipe.body, text };
    await writeFile(file, `${text}\n`);
    return {
      json: { file: path.resolve(file), recipe: recipe.body.name },
      text: `Wrote ${recipe.body.name} to ${file}.`,
    };
  },
};
