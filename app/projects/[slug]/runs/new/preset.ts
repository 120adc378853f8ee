import { z } from "zod";
import { queryNumber } from "#app/address-number.ts";
import type { Actor } from "#lib/domain/access/actions.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import type { RunPreset } from "#lib/domain/run/options.ts";
import { PromptChoice, RunPart } from "#lib/domain/run/prompt-choice.ts";
import { presetForGrading, presetFromRun } from "#lib/server/runs/preset.ts";

type Query = Record<string, string | string[] | undefined>;

/**
 * What the form begins with, read from its address: `?run=12&part=failed`, `?grade=12`, `?prompts=4&prompts=9`, `?category=…`,
 * `?recipe=…`. What cannot be read is left out.
 */
export async function presetIn(actor: Actor, projectId: string, query: Query): Promise<RunPreset> {
  const run = queryNumber(query.run);
  if (run !== null) {
    const part = RunPart.safeParse(query.part);
    return presetFromRun(actor, projectId, run, part.success ? part.data : "all");
  }
  const graded = queryNumber(query.grade);
  if (graded !== null) return presetForGrading(actor, projectId, graded);
  const recipe = z.uuid().safeParse(query.recipe);
  const prompts = PromptChoice.safeParse(promptsIn(query));
  return {
    ...(recipe.success && { recipeVersionId: recipe.data }),
    ...(prompts.success && { prompts: prompts.data }),
  };
}

function promptsIn(query: Query): unknown {
  if (query.prompts !== undefined) {
    return { scope: "numbers", numbers: [query.prompts].flat().map(Number), limit: null };
  }
  const search = textIn(query.search);
  const category = textIn(query.category);
  const severity = severities.find((one) => one === query.severity) ?? null;
  if (search === null && category === null && severity === null) return null;
  return { scope: "filter", search, category, severity, limit: null };
}

function textIn(value: string | string[] | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
