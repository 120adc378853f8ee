import { describe, expect, test } from "vitest";
import type { Reply } from "./reply.ts";
import { resultOf } from "./result.ts";
import { agree, aidsafePlan, initial, intents, revise, turnsOf } from "./testing.ts";
import { isKept, Thoughts } from "./thoughts.ts";

const plan = aidsafePlan();
const replaced = revise({ newThoughts: [{ text: "Better.", clauses: ["5.2"], replaces: "t1.1" }] });
const said = [intents, initial, replaced, agree, agree, agree];

type Verdict = Reply<"refine">["thoughts"][number];

const keep = (id: string, text: string | null = null): Verdict => ({
  id,
  keep: true,
  label: "sound",
  why: "Clearer.",
  text,
});
const remove = (id: string): Verdict => ({
  id,
  keep: false,
  label: "repetitive",
  why: "Says what t2.1 says.",
  text: null,
});

function refinedBy(...thoughts: Verdict[]) {
  const reply = { thoughts, response: "Press Ctrl+C.", disposition: "comply" as const };
  const turns = turnsOf(plan, [...said, reply]);
  return { turns, thoughts: resultOf(plan.recipe, turns)?.thoughts ?? [] };
}

describe("the refiner", () => {
  test("removes nothing for good: who, label and why stay with the thought", () => {
    const { thoughts } = refinedBy(keep("t2.1"), remove("t1.2"));
    expect(thoughts.map(({ id }) => id)).toEqual(["t2.1", "t1.2"]);
    expect(thoughts[1]?.removed).toEqual({
      by: { kind: "refiner", name: "Refiner", stage: "refine" },
      label: "repetitive",
      why: "Says what t2.1 says.",
    });
  });

  test("keeps the id and the author of a thought that it rewords", () => {
    const [thought] = refinedBy(keep("t2.1", "Best.")).thoughts;
    expect(thought).toMatchObject({
      id: "t2.1",
      text: "Best.",
      author: { name: "Bo" },
      edited: { by: { kind: "refiner" } },
    });
  });

  test("has not reworded a thought when the text is the same", () => {
    expect(refinedBy(keep("t2.1", "Better.")).thoughts[0]?.edited).toBeUndefined();
  });

  test("keeps what it passed over, unless it had been replaced", () => {
    expect(
      refinedBy()
        .thoughts.filter(isKept)
        .map(({ id }) => id),
    ).toEqual(["t2.1", "t1.2"]);
  });

  test("may bring back a thought that had been replaced", () => {
    expect(
      refinedBy(keep("t1.1"), remove("t2.1"))
        .thoughts.filter(isKept)
        .map(({ id }) => id),
    ).toEqual(["t1.1", "t1.2"]);
  });

  test("decides the order in which thoughts are read", () => {
    expect(refinedBy(keep("t1.2"), keep("t2.1")).thoughts.map(({ id }) => id)).toEqual(["t1.2", "t2.1"]);
  });

  test("cannot invent thoughts", () => {
    expect(refinedBy(keep("t9.9")).thoughts.map(({ id }) => id)).toEqual(["t2.1", "t1.2"]);
  });
});

describe("the result", () => {
  test("is the last state where there is no refiner", () => {
    const without = aidsafePlan({ refiner: null });
    expect(resultOf(without.recipe, turnsOf(without, said))).toMatchObject({
      thoughts: [{ id: "t2.1" }, { id: "t1.2" }],
      response: initial.response,
    });
  });

  test("is nothing before the initial turn", () =>
    expect(resultOf(plan.recipe, turnsOf(plan, [intents]))).toBeNull());

  test("survives being stored", () => {
    const { thoughts } = refinedBy(keep("t2.1", "Best."), remove("t1.2"));
    expect(Thoughts.parse(JSON.parse(JSON.stringify(thoughts)))).toEqual(thoughts);
  });
});
