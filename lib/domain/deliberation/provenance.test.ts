import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { citationsOf, provenanceOf } from "./provenance.ts";
import type { Reply } from "./reply.ts";
import { resultOf } from "./result.ts";
import { agree, aidsafePlan, initial, intents, refined, revise, turnsOf } from "./testing.ts";
import type { Turn } from "./turn.ts";

const plan = aidsafePlan();

function replacing(replaces: string | null, text: string, reason = "It was stretched.") {
  return revise({ reason, newThoughts: [{ text, clauses: ["5.2"], replaces }] });
}

describe("the history of a thought", () => {
  const verdicts: Reply<"refine"> = {
    ...refined,
    thoughts: [
      { id: "t3.1", keep: true, label: "sound", why: "Shorter.", text: "Third wording." },
      { id: "t1.2", keep: false, label: "redundant", why: "Not needed.", text: null },
    ],
  };
  const turns = turnsOf(plan, [
    intents,
    initial,
    replacing("t1.1", "First wording."),
    replacing("t2.1", "Second wording.", "It said too much."),
    agree,
    agree,
    verdicts,
  ]);
  const histories = provenanceOf(plan.recipe, turns);

  test("goes from the turn that introduced it over those that replaced it to the refiner", () => {
    expect(histories.get("t3.1")).toMatchObject([
      { seq: 1, did: "introduced", by: { name: "Ada", stage: "initial" }, why: "" },
      {
        seq: 2,
        did: "replaced",
        by: { name: "Bo", round: 1 },
        text: "First wording.",
        why: "It was stretched.",
      },
      {
        seq: 3,
        did: "replaced",
        by: { name: "Ada", round: 1 },
        text: "Second wording.",
        why: "It said too much.",
      },
      { seq: 6, did: "reworded", by: { kind: "refiner" }, text: "Third wording.", why: "Shorter." },
    ]);
  });

  test("ends with its removal", () => {
    expect(histories.get("t1.2")).toMatchObject([
      { seq: 1, did: "introduced" },
      { seq: 6, did: "removed", why: "Not needed." },
    ]);
  });

  test("begins anew where what it replaces was never said", () => {
    const invented = turnsOf(plan, [intents, initial, replacing("t9.9", "New.")]);
    expect(provenanceOf(plan.recipe, invented).get("t2.1")).toMatchObject([{ seq: 2, did: "introduced" }]);
  });
});

test("a clause lists the thoughts that cite it, each once", () => {
  const thoughts = [
    { id: "a", clauses: ["5.2", "5.1", "5.2"] },
    { id: "b", clauses: ["5.2"] },
    { id: "c", clauses: [] },
  ];
  expect(Object.fromEntries(citationsOf(thoughts))).toEqual({ "5.2": ["a", "b"], "5.1": ["a"] });
});

const someId = fc.constantFrom("t1.1", "t1.2", "t2.1", "t2.2", "t3.1", "t4.1", "t9.9");
const spoken = fc.record({
  text: fc.lorem({ maxCount: 4 }),
  clauses: fc.subarray(["5.1", "5.2"]),
  replaces: fc.option(someId),
});
const revision = fc
  .array(spoken, { minLength: 1, maxLength: 3 })
  .map((newThoughts) => revise({ newThoughts }));
const verdict = fc.record({
  id: someId,
  keep: fc.boolean(),
  label: fc.constant("sound" as const),
  why: fc.lorem({ maxCount: 3 }),
  text: fc.option(fc.lorem({ maxCount: 4 })),
});
const refinement = fc.array(verdict, { maxLength: 6 }).map((thoughts) => ({ ...refined, thoughts }));
const deliberations = fc
  .tuple(fc.array(revision, { minLength: 6, maxLength: 6 }), refinement)
  .map(([rounds, last]) => turnsOf(plan, [intents, initial, ...rounds, last]));

test("every thought of a result has a history from the turn that introduced it to the words it has", () => {
  fc.assert(
    fc.property(deliberations, (turns) => {
      const histories = provenanceOf(plan.recipe, turns);
      for (const { id, text } of resultOf(plan.recipe, turns)?.thoughts ?? []) {
        const [first, ...changes] = histories.get(id) ?? [];
        expect(first?.did).toBe("introduced");
        expect(textsSaidIn(turns[first?.seq ?? -1])).toContain(first?.text);
        expect(changes.map(({ did }) => did)).not.toContain("introduced");
        const seqs = [first, ...changes].map((step) => step?.seq ?? -1);
        expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
        expect([first, ...changes].at(-1)?.text).toBe(text);
      }
    }),
  );
});

function textsSaidIn(turn: Turn | undefined): string[] {
  if (turn?.stage === "initial") return turn.reply.thoughts.map(({ text }) => text);
  return turn?.stage === "deliberate" ? turn.reply.newThoughts.map(({ text }) => text) : [];
}
