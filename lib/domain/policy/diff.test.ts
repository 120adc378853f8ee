import { describe, expect, test } from "vitest";
import { diffPolicies } from "./diff.ts";
import type { PolicyText } from "./parse.ts";

const before: PolicyText = {
  title: "Respect",
  intro: "What it is for.",
  clauses: [
    { number: "5.1", text: "Answer what was asked." },
    { number: "5.2", text: "Do not lecture." },
    { number: "5.3", text: "Be brief." },
  ],
};
const [one, two, three] = before.clauses as [
  PolicyText["clauses"][0],
  PolicyText["clauses"][0],
  PolicyText["clauses"][0],
];

/** Clauses in order, with what became of each. */
function changes(clauses: PolicyText["clauses"]): string[] {
  return diffPolicies(before, { ...before, clauses }).clauses.map(
    ({ number, change, moved }) => `${number} ${change}${moved ? " moved" : ""}`,
  );
}

describe("a clause is known by its number", () => {
  test.each<[string, PolicyText["clauses"], string[]]>([
    ["nothing changed", before.clauses, ["5.1 same", "5.2 same", "5.3 same"]],
    [
      "one is added",
      [...before.clauses, { number: "5.4", text: "New." }],
      ["5.1 same", "5.2 same", "5.3 same", "5.4 added"],
    ],
    ["one is removed, shown where it stood", [one, three], ["5.1 same", "5.2 removed", "5.3 same"]],
    [
      "one is reworded",
      [one, { ...two, text: "Never lecture." }, three],
      ["5.1 same", "5.2 changed", "5.3 same"],
    ],
    ["one has moved", [two, three, one], ["5.2 same", "5.3 same", "5.1 same moved"]],
    [
      "one has moved and was reworded",
      [two, three, { ...one, text: "Answer." }],
      ["5.2 same", "5.3 same", "5.1 changed moved"],
    ],
    [
      "the same text under a new number is another clause",
      [one, two, { ...three, number: "5.4" }],
      ["5.1 same", "5.2 same", "5.3 removed", "5.4 added"],
    ],
  ])("%s", (_, clauses, expected) => expect(changes(clauses)).toEqual(expected));
});

test("a reworded clause is compared word by word", () => {
  const after = { ...before, clauses: [one, { ...two, text: "Do not accuse." }, three] };
  expect(diffPolicies(before, after).clauses[1]?.parts).toEqual([
    { text: "Do not ", change: "same" },
    { text: "lecture", change: "removed" },
    { text: "accuse", change: "added" },
    { text: ".", change: "same" },
  ]);
});

test("title and introduction count too", () => {
  expect(diffPolicies(before, before).isSame).toBe(true);
  expect(diffPolicies(before, { ...before, title: "Respect and help" }).isSame).toBe(false);
  expect(diffPolicies(before, { ...before, clauses: [two, one, three] }).isSame).toBe(false);
});
