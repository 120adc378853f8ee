import { aidsafe, beliefs, grading, pairwise } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Budgets, DeliberationRecipe, Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { Scheduler } from "./scheduler.ts";

/** A recipe of any kind that stores more than one turn, as the seed decides: half of them deliberate. */
export function recipeFor(scheduler: Scheduler): Recipe {
  const { chance, pick } = scheduler;
  const budgets = budgetsFor(scheduler);
  if (chance(0.5)) return deliberationFor(scheduler, budgets);
  const { scorer, whisperer } = beliefs;
  return pick<Recipe>([
    { ...beliefs, budgets, rounds: pick([1, 2, 4]), threshold: pick([0.5, 0.8, 1]) },
    // Judges in any number ask the same of the engine as these three.
    { ...grading, budgets, judges: [...grading.judges, scorer, whisperer] },
    { ...pairwise, budgets },
  ]);
}

function deliberationFor({ chance, pick }: Scheduler, budgets: Budgets): DeliberationRecipe {
  const names = ["ada", "bo", "cy"].slice(0, pick([2, 2, 3]));
  return {
    ...aidsafe,
    agents: names.map((key) => ({ ...aidsafe.decomposer, key, name: key })),
    refiner: chance(0.7) ? aidsafe.refiner : null,
    rounds: pick([1, 2, 3]),
    stopRule: pick(["any_agrees", "all_agree"]),
    budgets,
  };
}

function budgetsFor({ pick }: Scheduler): Budgets {
  return {
    ...aidsafe.budgets,
    attemptsPerTurn: pick([2, 4, 8]),
    tokensPerDeliberation: pick([8_000, 30_000, 250_000]),
    callSeconds: 20,
    turnSeconds: pick([30, 600]),
    deliberationSeconds: pick([40, 600, 86_400]),
  };
}
