import { describe, expect, test } from "vitest";
import { zeroShot } from "./built-in-recipes.ts";
import type { Reply } from "./reply.ts";
import { agreements, currentThoughts, stateAfter } from "./state.ts";
import { agree, aidsafePlan, initial, intents, planFor, revise, turnsOf } from "./testing.ts";

const plan = aidsafePlan();
const add = (text: string, replaces: string | null = null) =>
  revise({ newThoughts: [{ text, clauses: [], replaces }] });
const stateOf = (...replies: Reply[]) =>
  stateAfter(plan.recipe, turnsOf(plan, [intents, initial, ...replies]));

describe("thoughts", () => {
  test("are numbered by the turn that said them", () => {
    expect(stateOf(add("More.")).thoughts.map(({ id }) => id)).toEqual(["t1.1", "t1.2", "t2.1"]);
  });

  test("name their author with stage and round", () => {
    const { thoughts } = stateOf(agree, add("More."));
    expect(thoughts[0]?.author).toEqual({ kind: "agent", name: "Ada", stage: "initial" });
    expect(thoughts[2]?.author).toEqual({ kind: "agent", name: "Ada", stage: "deliberate", round: 1 });
  });

  test("take the place of what they replace", () => {
    const { thoughts } = stateOf(add("Better.", "t1.1"));
    expect(thoughts.map(({ id, from }) => [id, ...from])).toEqual([["t1.1"], ["t2.1", "t1.1"], ["t1.2"]]);
    expect(currentThoughts(thoughts).map(({ id }) => id)).toEqual(["t2.1", "t1.2"]);
  });

  test("can replace what itself replaced something", () => {
    const { thoughts } = stateOf(add("Better.", "t1.1"), add("Best.", "t2.1"));
    expect(currentThoughts(thoughts).map(({ id }) => id)).toEqual(["t3.1", "t1.2"]);
  });

  test("that replace one together stand in the order they were said", () => {
    const split = revise({
      newThoughts: [
        { text: "One half.", clauses: [], replaces: "t1.1" },
        { text: "The other.", clauses: [], replaces: "t1.1" },
      ],
    });
    expect(currentThoughts(stateOf(split).thoughts).map(({ id }) => id)).toEqual(["t2.1", "t2.2", "t1.2"]);
  });

  test("that claim to replace an unknown one are added", () => {
    expect(stateOf(add("More.", "t9.9")).thoughts.at(-1)).toMatchObject({ id: "t2.1", from: [] });
  });
});

describe("the response", () => {
  test("stays where a turn gives none", () => expect(stateOf(add("More.")).response).toBe(initial.response));

  test("changes with disposition where one does", () => {
    const refusal = revise({ response: "I won't.", disposition: "refuse" });
    expect(stateOf(refusal)).toMatchObject({ response: "I won't.", disposition: "refuse" });
  });

  test("keeps its disposition when an agent agrees under another name", () => {
    expect(stateOf({ ...agree, disposition: "refuse" }).disposition).toBe("comply");
  });
});

test("agreement is judged against what stood before", () => {
  const reworded = { ...agree, response: "Press Ctrl+C twice." };
  const turns = turnsOf(plan, [intents, initial, reworded, reworded]);
  expect(agreements(plan.recipe, turns)).toEqual([false, true]);
});

test("a baseline's thoughts are its turn's", () => {
  const { recipe } = planFor(zeroShot);
  const state = stateAfter(recipe, turnsOf(planFor(zeroShot), [initial]));
  expect(state.thoughts[0]).toMatchObject({
    id: "t0.1",
    author: { kind: "agent", name: "LLM_ZS", stage: "baseline" },
  });
});
