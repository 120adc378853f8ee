import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { recipeStrings } from "#lib/domain/strings/recipe.ts";

const { sentence } = recipeStrings;

/** What a recipe does, in one sentence or two. */
export function describeRecipe(recipe: Recipe): string {
  if (recipe.kind === "baseline") return sentence.baseline(recipe.agent.name);
  if (recipe.kind === "grading") {
    const names = recipe.judges.map(({ name }) => name);
    return recipe.asks === "scores" ? sentence.grading(names) : sentence.comparing(names);
  }
  if (recipe.kind === "belief") {
    const { whisperer, target, scorer } = recipe;
    return sentence.belief(whisperer.name, target.name, scorer.name, recipe.rounds);
  }
  if (recipe.kind === "evaluation") return sentence.evaluation(recipe.target.name, recipe.judge.name);
  const { agents, rounds, stopRule, refiner, policies } = recipe;
  return [
    sentence.agents(
      agents.map(({ name }) => name),
      rounds,
    ),
    sentence.stopRule[stopRule],
    refiner ? sentence.refined(refiner.name) : sentence.notRefined,
    sentence[policies.use],
  ].join("");
}
