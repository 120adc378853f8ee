import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { RunChoice } from "./new-run.ts";
import type { RunOptions, RunPreset } from "./options.ts";

/**
 * What the form for a new run begins with: what somebody brought along as far as there still is such a thing, else the
 * prompts that have no record yet, the first recipe and the first endpoint.
 */
export function firstChoice(projectId: string, options: RunOptions, preset: RunPreset): RunChoice {
  const recipe =
    options.recipes.find((one) => one.recipeVersionId === preset.recipeVersionId) ?? options.recipes[0];
  const open = options.endpoints.map(({ id }) => id);
  const before = preset.roles ?? {};
  const [any = open[0] ?? ""] = Object.values(before).filter((id) => open.includes(id));
  // Who refuses a task does so again: the fallback begins with another endpoint, where there is one.
  const other = open.find((id) => id !== any) ?? any;
  // A model favours its own work.
  const examiner = recipe?.body.kind === "evaluation" ? recipe.body.judge.key : null;
  const endpointFor = (role: string) => {
    const chosen = before[role];
    if (chosen && open.includes(chosen)) return chosen;
    return role === recipe?.body.fallback?.key || role === examiner ? other : any;
  };
  return {
    projectId,
    recipeVersionId: recipe?.recipeVersionId ?? "",
    prompts: preset.prompts ?? { scope: options.prompts.fresh > 0 ? "fresh" : "all", limit: null },
    roles: Object.fromEntries((recipe ? rolesOf(recipe.body) : []).map(({ key }) => [key, endpointFor(key)])),
  };
}
