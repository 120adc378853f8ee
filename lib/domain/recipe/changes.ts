import { type Recipe, type Role, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { recipeStrings } from "#lib/domain/strings/recipe.ts";

const { fact } = recipeStrings;

/** One thing that a recipe settles, in words. */
export type RecipeFact = { term: string; value: string };

/** What one version says otherwise than another. */
export type RecipeChange = { term: string; before: string; after: string };

/** What a recipe settles for the deliberation as a whole. */
export function settingsOf(recipe: Recipe): RecipeFact[] {
  const { budgets } = recipe;
  const amounts = (Object.keys(budgets) as (keyof typeof budgets)[]).map((key) => ({
    term: fact[key],
    value: budgets[key].toLocaleString("en"),
  }));
  const version = { term: fact.templateVersion, value: String(recipe.templateVersion) };
  const fallback = { term: fact.fallback, value: recipe.fallback ? fact.asked : fact.none };
  if (recipe.kind === "baseline") return [fallback, ...amounts, version];
  if (recipe.kind === "evaluation") return [...amounts, version];
  if (recipe.kind === "grading") {
    const judges = recipe.judges.map(({ name }) => name).join(", ");
    return [{ term: fact.judges, value: judges }, fallback, ...amounts, version];
  }
  if (recipe.kind === "belief") {
    const { rounds, shown, threshold, margin, samples, pool } = recipe;
    return [
      { term: fact.rounds, value: String(rounds) },
      { term: fact.shown, value: String(shown) },
      { term: fact.threshold, value: String(threshold) },
      { term: fact.margin, value: String(margin) },
      { term: fact.samples, value: String(samples) },
      { term: fact.pool, value: fact.pools[pool] },
      fallback,
      ...amounts,
      version,
    ];
  }
  const { use, always } = recipe.policies;
  return [
    { term: fact.agents, value: recipe.agents.map(({ name }) => name).join(", ") },
    { term: fact.rounds, value: String(recipe.rounds) },
    { term: fact.stopRule, value: fact.stopRules[recipe.stopRule] },
    { term: fact.refiner, value: recipe.refiner?.name ?? fact.none },
    { term: fact.policies, value: use === "all" ? fact.usesAll : fact.usesRelevant(always) },
    fallback,
    ...amounts,
    version,
  ];
}

/** What changed from one version to another. Of a role that came or went, only that it did. */
export function changesBetween(older: Recipe, newer: Recipe): RecipeChange[] {
  const before = valuesOf(older);
  const after = valuesOf(newer);
  return [...after].flatMap(([key, { term, value }]) => {
    const was = before.get(key)?.value;
    return was === undefined || was === value ? [] : [{ term, before: was, after: value }];
  });
}

/** Everything that can differ, by a key that survives a change of names. */
function valuesOf(recipe: Recipe): Map<string, RecipeFact> {
  const roles = rolesOf(recipe).flatMap((role) =>
    factsOf(role).map((one): [string, RecipeFact] => [
      `${role.key} ${one.term}`,
      { term: fact.ofRole(role.name, one.term), value: one.value },
    ]),
  );
  return new Map([...settingsOf(recipe).map((one): [string, RecipeFact] => [one.term, one]), ...roles]);
}

/** What a recipe settles for one role. */
function factsOf({ name, instructions, sampling }: Role): RecipeFact[] {
  return [
    { term: fact.name, value: name },
    { term: fact.instructions, value: instructions ?? fact.none },
    { term: fact.temperature, value: sampling.temperature?.toString() ?? fact.leftToEndpoint },
    { term: fact.topP, value: sampling.topP?.toString() ?? fact.leftToEndpoint },
    { term: fact.maxOutputTokens, value: sampling.maxOutputTokens.toLocaleString("en") },
  ];
}
