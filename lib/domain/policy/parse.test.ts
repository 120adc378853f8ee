import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { nextClauseNumber } from "./clause-number.ts";
import { type Numbering, parsePolicy, renderPolicy } from "./parse.ts";
import { startingPolicies } from "./starting-policies.ts";

const numbering: Numbering = { policy: 5, lastGiven: 3, removed: [3] };
const good = "# Respect\n\nWhat it is for.\n\n5.1 Answer what was asked.\n\n5.2 Do not lecture.\n";

describe("a policy is a heading, an introduction and numbered clauses", () => {
  const expected = {
    title: "Respect",
    intro: "What it is for.",
    clauses: [
      { number: "5.1", text: "Answer what was asked." },
      { number: "5.2", text: "Do not lecture." },
    ],
  };

  test.each([
    ["as paragraphs", good],
    ["as a list", "# Respect\nWhat it is for.\n- 5.1 Answer what was asked.\n- 5.2 Do not lecture."],
    [
      "with numbers in bold",
      "## Respect ##\nWhat it is for.\n\n**5.1** Answer what was asked.\n\n**5.2.** Do not lecture.",
    ],
    ["with full stops", "# Respect\nWhat it is for.\n5.1. Answer what was asked.\n5.2: Do not lecture."],
    ["from Windows", good.replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => expect(parsePolicy(text, numbering)).toEqual({ ok: true, policy: expected }));

  test("a clause goes on until the next one", () => {
    const text = "# Respect\n5.1 Answer:\n- fully,\n- plainly.\n\nSay why.\n\n5.2 Do not lecture.";
    expect(parsePolicy(text, numbering)).toMatchObject({
      policy: {
        intro: "",
        clauses: [{ text: "Answer:\n- fully,\n- plainly.\n\nSay why." }, { text: "Do not lecture." }],
      },
    });
  });

  test("clauses stand in the order of the text, whatever their numbers", () => {
    expect(parsePolicy("# R\n5.4 Four.\n5.1 One.", numbering)).toMatchObject({
      policy: { clauses: [{ number: "5.4" }, { number: "5.1" }] },
    });
  });
});

describe("what cannot be published says where and why", () => {
  test.each<[string, string, [number, string][]]>([
    [
      "nothing",
      "",
      [
        [1, "Begin with the policy's title: `# Title`."],
        [1, "The policy has no clauses. Begin each with its number, for example 5.1."],
      ],
    ],
    ["no title", "5.1 One.", [[1, "Begin with the policy's title: `# Title`."]]],
    ["an empty title", "#\n5.1 One.", [[1, "The title is empty. Write it after the `#`."]]],
    [
      "a second heading",
      `${good}\n## More\n5.4 Four.`,
      [[9, "A policy has one heading, its title. Write this as a clause, or leave it out."]],
    ],
    [
      "no clauses",
      "# Respect\nWhat it is for.",
      [[2, "The policy has no clauses. Begin each with its number, for example 5.1."]],
    ],
    [
      "an empty clause",
      "# R\n\n5.1\n\n5.2 Two.",
      [[3, "Clause 5.1 has no text. Write it, or delete the number."]],
    ],
    [
      "a number twice",
      "# R\n5.1 One.\n5.1 Two.",
      [[3, "Clause 5.1 is already on line 2. Give this one the next free number."]],
    ],
    [
      "a number of another policy",
      "# R\n4.1 One.",
      [[2, "4.1 is the number of a clause of another policy. Clauses of this one begin with 5."]],
    ],
    [
      "a number that was removed",
      "# R\n5.1 One.\n5.3 Three.",
      [
        [
          3,
          "5.3 was the number of a clause that was removed. Numbers are never given twice; the next free one is 5.4.",
        ],
      ],
    ],
    ["a zero", "# R\n5.0 Zero.", [[2, "5.0 is not a clause number. Clauses count from 1."]]],
    ["a leading zero", "# R\n5.01 One.", [[2, "Write 5.01 as 5.1."]]],
    [
      "several faults, in order",
      "# R\n5.1\n4.2 Two.\n# S",
      [
        [2, "Clause 5.1 has no text. Write it, or delete the number."],
        [3, "4.2 is the number of a clause of another policy. Clauses of this one begin with 5."],
        [4, "A policy has one heading, its title. Write this as a clause, or leave it out."],
      ],
    ],
  ])("%s", (_, text, faults) => {
    expect(parsePolicy(text, numbering)).toEqual({
      ok: false,
      faults: faults.map(([line, message]) => ({ line, message })),
    });
  });
});

test.each([
  ["after the last one given", 3, [], "5.4"],
  ["after the highest in the draft", 3, ["5.7", "5.1"], "5.8"],
  ["numbers of other policies do not count", 3, ["4.9"], "5.4"],
  ["a new policy begins at 1", 0, [], "5.1"],
])("the next number comes %s", (_, lastGiven, drafted, expected) => {
  expect(nextClauseNumber(5, lastGiven, drafted)).toBe(expected);
});

test("what is written in our form is read back the same", () => {
  const words = fc.stringMatching(/^[A-Za-zäß][a-zäß ,]{0,40}\.$/);
  const policies = fc.record({
    title: words,
    intro: fc.oneof(fc.constant(""), words),
    clauses: fc
      .uniqueArray(fc.integer({ min: 4, max: 99 }), { minLength: 1, maxLength: 8 })
      .chain((numbers) => fc.tuple(...numbers.map((n) => words.map((text) => ({ number: `5.${n}`, text }))))),
  });
  fc.assert(
    fc.property(policies, (policy) => {
      expect(parsePolicy(renderPolicy(policy), numbering)).toEqual({ ok: true, policy });
    }),
  );
});

describe("the starting policies", () => {
  test.each(startingPolicies.map(({ number, text }) => [number, text] as const))(
    "policy %i is well formed",
    (policy, text) => {
      const parsed = parsePolicy(text, { policy, lastGiven: 0, removed: [] });
      if (!parsed.ok)
        throw new Error(parsed.faults.map(({ line, message }) => `${line}: ${message}`).join("\n"));
      expect(renderPolicy(parsed.policy)).toBe(text);
      const { clauses } = parsed.policy;
      expect(clauses.map(({ number }) => number)).toEqual(
        clauses.map((_, index) => `${policy}.${index + 1}`),
      );
      expect(clauses.length).toBeGreaterThanOrEqual(4);
      expect(clauses.length).toBeLessThanOrEqual(8);
    },
  );
});
