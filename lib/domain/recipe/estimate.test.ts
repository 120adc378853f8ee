import { describe, expect, test } from "vitest";
import { aidsafe, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { type DeliberationRecipe, type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { planFor } from "#lib/domain/deliberation/testing.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { estimateRun, type PricedEndpoint } from "./estimate.ts";

const { policies } = planFor(aidsafe);
const endpoint: PricedEndpoint = {
  id: "e",
  structuredOutputs: true,
  inputPrice: 1_000_000,
  cachedInputPrice: 100_000,
  outputPrice: 4_000_000,
};
const castOf = (recipe: Recipe, changes: Partial<PricedEndpoint> = {}) =>
  new Map(rolesOf(recipe).map(({ key }) => [key, { ...endpoint, ...changes }]));
const estimate = (recipe: Recipe, n = 1, changes: Partial<PricedEndpoint> = {}) =>
  estimateRun({ recipe, policies }, { n, characters: 200 }, castOf(recipe, changes));

describe("calls", () => {
  test.each<[string, Recipe, number, number]>([
    ["AIDSAFE agrees in one round, or spends three", aidsafe, 5, 9],
    ["one who agrees is enough", { ...aidsafe, stopRule: "any_agrees" }, 4, 9],
    ["nobody refines", { ...aidsafe, refiner: null }, 4, 8],
    ["the baseline is one", zeroShot, 1, 1],
  ])("%s", (_, recipe, low, high) => expect(estimate(recipe).total.calls).toEqual({ low, high }));

  test("a fallback is not among them: it is asked only after refusals", () => {
    const fallback = { key: "fallback", name: "Fallback", sampling: aidsafe.decomposer.sampling };
    expect(estimate({ ...aidsafe, fallback })).toEqual(estimate(aidsafe));
  });
});

test("everything grows with the number of prompts, and nothing else", () => {
  const { roles, total } = estimate(aidsafe, 50_000);
  const one = estimate(aidsafe);
  expect(total.costMicros.high).toBe(one.total.costMicros.high * 50_000);
  expect(roles.map(({ name }) => name)).toEqual(["Decomposer", "Ada", "Bo", "Refiner"]);
  expect(total.tokensIn.low).toBe(roles.reduce((sum, { tokensIn }) => sum + tokensIn.low, 0));
});

test("cached input lowers the low end and leaves the high one", () => {
  const dear = estimate(aidsafe, 1, { cachedInputPrice: null }).total.costMicros;
  const cheap = estimate(aidsafe).total.costMicros;
  expect(cheap.low).toBeLessThan(dear.low);
  expect(cheap.high).toBe(dear.high);
});

test("seeing only the relevant policies lowers the low end and leaves the high one", () => {
  const many = [1, 2, 3].map((number) => ({
    policyVersionId: `${number}`,
    number,
    title: "Policy",
    intro: "",
    clauses: [{ number: `${number}.1`, text: "A rule. ".repeat(500) }],
  }));
  const of = (recipe: DeliberationRecipe) =>
    estimateRun({ recipe, policies: many }, { n: 1, characters: 100 }, castOf(recipe)).roles.find(
      ({ role }) => role === "ada",
    );
  const relevant = of({ ...aidsafe, policies: { use: "relevant", always: [] } });
  expect(relevant?.tokensIn.low).toBeLessThan((of(aidsafe)?.tokensIn.low ?? 0) * 0.6);
  expect(relevant?.tokensIn.high).toBe(of(aidsafe)?.tokensIn.high);
});

test("the low end is never above the high one", () => {
  fc.assert(
    fc.property(
      fc.record({
        rounds: fc.integer({ min: 1, max: 4 }),
        stopRule: fc.constantFrom("any_agrees" as const, "all_agree" as const),
        refines: fc.boolean(),
        maxOutputTokens: fc.integer({ min: 64, max: 4_000 }),
        characters: fc.integer({ min: 0, max: 5_000 }),
      }),
      ({ refines, maxOutputTokens, characters, ...changes }) => {
        const agents = aidsafe.agents.map((agent) => ({
          ...agent,
          sampling: { ...agent.sampling, maxOutputTokens },
        }));
        const recipe = { ...aidsafe, ...changes, agents, refiner: refines ? aidsafe.refiner : null };
        const { roles, total } = estimateRun({ recipe, policies }, { n: 3, characters }, castOf(recipe));
        for (const { calls, tokensIn, tokensOut, costMicros } of [...roles, total]) {
          for (const { low, high } of [calls, tokensIn, tokensOut, costMicros]) {
            expect(low).toBeLessThanOrEqual(high);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});
