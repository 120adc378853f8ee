import { describe, expect, test } from "vitest";
import { aidsafe, builtInRecipes, zeroShot } from "./built-in-recipes.ts";
import { Recipe, rolesOf } from "./recipe.ts";

describe("a recipe", () => {
  test.each(Object.entries(builtInRecipes))("%s comes with the product and is valid", (_, recipe) => {
    expect(Recipe.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  test("casts a role for every stage", () => {
    expect(rolesOf(aidsafe).map(({ key, stages }) => `${key}: ${stages.join(", ")}`)).toEqual([
      "decomposer: intent",
      "ada: initial, deliberate",
      "bo: deliberate",
      "refiner: refine",
    ]);
    expect(rolesOf(zeroShot).map(({ key, stages }) => `${key}: ${stages.join(", ")}`)).toEqual([
      "llm_zs: baseline",
    ]);
  });

  test("casts its fallback last, for whatever stage is refused", () => {
    const { instructions, ...fallback } = { ...aidsafe.decomposer, key: "fallback", name: "Fallback" };
    expect(rolesOf({ ...aidsafe, fallback }).at(-1)).toEqual({
      ...fallback,
      instructions: null,
      stages: ["intent", "initial", "deliberate", "refine"],
    });
    expect(rolesOf({ ...zeroShot, fallback }).at(-1)).toMatchObject({
      key: "fallback",
      stages: ["baseline"],
    });
  });

  test("written before there were fallbacks has none", () => {
    const { fallback, ...old } = aidsafe;
    expect(Recipe.parse(old)).toEqual(aidsafe);
  });

  test.each<[string, object, string]>([
    [
      "two roles of one key",
      { refiner: { ...aidsafe.refiner, key: "bo" } },
      "Two roles have the key bo. Give each its own.",
    ],
    [
      "a fallback with the key of a role",
      { fallback: { key: "ada", name: "Fallback", sampling: aidsafe.decomposer.sampling } },
      "Two roles have the key ada. Give each its own.",
    ],
    ["a single agent", { agents: aidsafe.agents.slice(1) }, "two to five"],
    ["no rounds", { rounds: 0 }, "from 1 to 10"],
    ["a word it does not know", { round: 2 }, "Unrecognized key"],
    ["templates it does not have", { templateVersion: 2 }, "Invalid input"],
    ["a kind that cannot be run", { kind: "belief" }, "Invalid"],
  ])("is refused with %s", (_, changes, message) => {
    const parsed = Recipe.safeParse({ ...aidsafe, ...changes });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});
