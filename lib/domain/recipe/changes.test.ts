import { expect, test } from "vitest";
import { aidsafe, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { DeliberationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { changesBetween } from "./changes.ts";
import { describeRecipe } from "./describe.ts";

const [ada, bo] = aidsafe.agents;
if (!ada || !bo) throw new Error("AIDSAFE has two agents.");

const custom: DeliberationRecipe = {
  ...aidsafe,
  agents: [
    { ...ada, instructions: "Think of minors." },
    { ...bo, name: "Bela" },
    { ...ada, key: "cy", name: "Cy" },
  ],
  rounds: 1,
  stopRule: "any_agrees",
  refiner: null,
  policies: { use: "relevant", always: [5] },
};

test("a recipe is said in a sentence", () => {
  expect(describeRecipe(aidsafe)).toBe(
    "Ada and Bo speak in turn for up to 3 rounds, or until all of them agree in one round; then Refiner judges every thought.",
  );
  expect(describeRecipe(custom)).toBe(
    "Ada, Bela and Cy speak in turn for up to 1 round, or until one of them agrees; nobody refines what they leave. They see only the policies that bear on the prompt.",
  );
  expect(describeRecipe(zeroShot)).toBe(
    "One call: LLM_ZS gives thoughts and response at once, to compare with.",
  );
});

test("two versions are told apart value by value", () => {
  const changes = changesBetween(aidsafe, custom).map(
    ({ term, before, after }) => `${term}: ${before} → ${after}`,
  );
  expect(changes).toEqual([
    "Agents, in order: Ada, Bo → Ada, Bela, Cy",
    "Rounds: 3 → 1",
    "Stop rule: until all agree in one round → until one agrees",
    "Refiner: Refiner → none",
    "Policies: all → those the decomposer names, and always 5",
    "Ada, own instructions: none → Think of minors.",
    "Bela, name: Bo → Bela",
  ]);
});

test("a version that says the same has no changes", () => {
  expect(changesBetween(aidsafe, structuredClone(aidsafe))).toEqual([]);
});
