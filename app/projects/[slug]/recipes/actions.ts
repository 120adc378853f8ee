"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { readRecipe } from "#lib/domain/recipe/read.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { action } from "#lib/server/action.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import * as archive from "#lib/server/recipes/archive.ts";
import { dryRun } from "#lib/server/recipes/dry-run.ts";
import * as save from "#lib/server/recipes/save.ts";

const longestFile = 1_000_000;

export const createRecipe = action(
  z.object({ slug: z.string(), body: Recipe }),
  async ({ slug, body }, actor) => {
    const { project } = await requireProject(actor, slug, "recipes.edit");
    const saved = await save.createRecipe(actor, project.id, body);
    revalidatePath("/projects/[slug]", "layout");
    return saved;
  },
);

export const publishRecipe = action(
  z.object({ recipeId: z.uuid(), basedOn: z.int(), body: Recipe }),
  async ({ recipeId, ...version }, actor) => {
    const saved = await save.publishRecipe(actor, recipeId, version);
    revalidatePath("/projects/[slug]", "layout");
    return saved;
  },
);

export const importRecipe = action(
  z.object({ slug: z.string(), text: z.string().max(longestFile, strings.tooLong) }),
  async ({ slug, text }, actor) => {
    const { project } = await requireProject(actor, slug, "recipes.edit");
    const reading = readRecipe(text);
    if (!reading.ok) throw new Refused("invalid", reading.message);
    const saved = await save.saveRecipe(actor, project.id, reading.recipe);
    revalidatePath("/projects/[slug]", "layout");
    return { ...saved, name: reading.recipe.name };
  },
);

export const archiveRecipe = action(
  z.object({ recipeId: z.uuid(), archived: z.boolean() }),
  async ({ recipeId, archived }, actor) => {
    await archive.archiveRecipe(actor, recipeId, archived);
    revalidatePath("/projects/[slug]", "layout");
  },
);

export const dryRunRecipe = action(
  z.object({
    slug: z.string(),
    body: Recipe,
    prompt: z.int(strings.dryRun.promptFault).positive(strings.dryRun.promptFault),
  }),
  async ({ slug, body, prompt }, actor) => {
    const { project } = await requireProject(actor, slug, "recipes.read");
    return dryRun(actor, project.id, body, prompt);
  },
);
