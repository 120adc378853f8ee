import type { Fault } from "./fault.ts";
import { kindOf } from "./kinds/kinds.ts";
import type { Plan } from "./plan.ts";
import type { Recipe } from "./recipe.ts";
import { retry } from "./retry.ts";
import type { Due, Finish, Step } from "./step.ts";
import type { Turn } from "./turn.ts";

/**
 * What happens next, given all that was said and every call that failed since. Reads no clock, database or
 * model, so a deliberation whose worker died resumes by asking again with what was stored.
 *
 * @param turns all accepted turns, in order of seq
 * @param faults attempts that gave no turn, in order; those made for an earlier seq have no say
 */
export function nextStep(plan: Plan, turns: readonly Turn[], faults: readonly Fault[]): Step {
  const next = dueTurn(plan.recipe, turns);
  return next.kind === "finish" ? next : retry(plan, next, faults);
}

/** The turn that comes next if every call succeeds, or the end. */
export function dueTurn(recipe: Recipe, turns: readonly Turn[]): Due | Finish {
  return kindOf(recipe).due(recipe, turns);
}
