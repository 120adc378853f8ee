import { describe, expect, test } from "vitest";
import { aidsafe, builtInRecipes } from "#lib/domain/deliberation/built-in-recipes.ts";
import { readRecipe } from "./read.ts";

const [ada, bo] = aidsafe.agents;

function messageFor(changes: object): string {
  const reading = readRecipe(JSON.stringify({ ...aidsafe, ...changes }));
  return reading.ok ? "" : reading.message;
}

test.each(Object.entries(builtInRecipes))("%s is read back as it was written", (_, recipe) => {
  expect(readRecipe(JSON.stringify(recipe, null, 2))).toEqual({ ok: true, recipe });
});

describe("a file that is no recipe is told what is wrong, where, and what to do", () => {
  test("where it breaks off", () => {
    expect(readRecipe('{\n  "kind": "deliberation",\n  oops\n}')).toEqual({
      ok: false,
      message:
        "This is not JSON: it breaks off at line 3, column 3. Mend it there, or export the recipe again.",
    });
  });

  test("when it is JSON of another kind", () => {
    expect(readRecipe("[]")).toEqual({ ok: false, message: "A recipe is one JSON object, from { to }." });
  });

  test.each<[string, object, string]>([
    ["a missing value", { rounds: undefined }, "“rounds” is missing. Add it."],
    ["a value out of range", { rounds: 11 }, "“rounds”: A whole number from 1 to 10."],
    ["a misspelt word", { round: 2 }, "“round” is no part of a recipe. Remove it, or mend its spelling."],
    [
      "a value deep inside",
      { agents: [ada, { ...bo, sampling: { ...bo?.sampling, topP: 3 } }] },
      "“agents[1].sampling.topP”: A number above 0, up to 1, or empty (null) to leave it to the endpoint.",
    ],
    ["one agent", { agents: [ada] }, "“agents”: A deliberation has two to five agents."],
    [
      "another kind",
      { kind: "debate" },
      '“kind” must be "deliberation" or "baseline" or "grading" or "belief" or "evaluation".',
    ],
    [
      "prompts of another version",
      { templateVersion: 7 },
      "“templateVersion” must be 1: the only version of the prompts there is.",
    ],
    ["twins", { agents: [ada, { ...bo, name: "Ada" }] }, "Two roles are called Ada. Give each its own name."],
    [
      "much at once",
      { rounds: 0, stopRule: "never", round: 1, agents: [], refiner: undefined },
      "There are 2 more to mend.",
    ],
  ])("%s", (_, changes, message) => expect(messageFor(changes)).toContain(message));
});
