import { expect, test } from "vitest";
import { findActs } from "./act.ts";

const run = () => {};
const groups = [
  { title: "Go to", acts: ["Review", "Runs", "Record 12.184"].map((name) => ({ name, run })) },
  {
    title: "This record",
    acts: ["Undo, also what you just submitted", "Next record"].map((name) => ({ name, run })),
  },
];
const found = (query: string) =>
  findActs(groups, query).map(({ title, acts }) => [title, ...acts.map(({ name }) => name)]);

test.each([
  [
    "nothing typed shows all",
    "",
    [
      ["Go to", "Review", "Runs", "Record 12.184"],
      ["This record", "Undo, also what you just submitted", "Next record"],
    ],
  ],
  ["all words have to stand, in any order", "record next", [["This record", "Next record"]]],
  [
    "the start of a word comes before its inside",
    "un",
    [
      ["Go to", "Runs"],
      ["This record", "Undo, also what you just submitted"],
    ],
  ],
  ["numbers count as words", "12.1", [["Go to", "Record 12.184"]]],
  ["what does not stand is not found", "xyzzy", []],
])("%s", (_, query, expected) => expect(found(query)).toEqual(expected));
