import { describe, expect, test } from "vitest";
import { aidsafe, evaluation, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { firstChoice } from "./first-choice.ts";
import type { RunOptions } from "./options.ts";

const endpoint = (id: string) => ({ id, name: id, model: "m", synthetic: false, stopped: false });
const fallback = { key: "fallback", name: "Fallback", sampling: aidsafe.decomposer.sampling };
const options: RunOptions = {
  recipes: [
    { recipeVersionId: "a", name: "AIDSAFE", version: 1, body: aidsafe },
    { recipeVersionId: "e", name: "Evaluation", version: 1, body: evaluation },
    { recipeVersionId: "z", name: "Baseline", version: 1, body: { ...zeroShot, fallback } },
  ],
  endpoints: [endpoint("one"), endpoint("two")],
  runs: [],
  beliefRuns: false,
  prompts: { all: 9, fresh: 4, evaluation: 0, categories: [] },
};

describe("the form for a run begins with", () => {
  test("what has no record yet, the first recipe, and one endpoint for everybody", () => {
    expect(firstChoice("p", options, {})).toEqual({
      projectId: "p",
      recipeVersionId: "a",
      prompts: { scope: "fresh", limit: null },
      roles: { decomposer: "one", ada: "one", bo: "one", refiner: "one" },
    });
  });

  test("a judge of an evaluation on another endpoint than its target", () => {
    expect(firstChoice("p", options, { recipeVersionId: "e" }).roles).toEqual({
      target: "one",
      judge: "two",
    });
  });

  test("all prompts, where each has a record", () => {
    const reviewed = { ...options, prompts: { ...options.prompts, fresh: 0 } };
    expect(firstChoice("p", reviewed, {}).prompts.scope).toBe("all");
  });

  test("what was brought along, as far as it is still there", () => {
    const roles = { ada: "two", bo: "gone", refiner: "two" };
    expect(firstChoice("p", options, { recipeVersionId: "gone", roles })).toMatchObject({
      recipeVersionId: "a",
      roles: { decomposer: "two", ada: "two", bo: "two", refiner: "two" },
    });
  });

  test("another endpoint for the fallback, where there is one", () => {
    expect(firstChoice("p", options, { recipeVersionId: "z" }).roles).toEqual({
      llm_zs: "one",
      fallback: "two",
    });
  });
});
