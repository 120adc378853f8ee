import { expect, test } from "vitest";
import { insertClause } from "./insert-clause.ts";

const text = "# Title\n\nIntro.\n\n5.1 One\ngoes on.\n\n5.2 Two.\n";

test.each([
  [
    "in the first clause",
    text.indexOf("goes"),
    "# Title\n\nIntro.\n\n5.1 One\ngoes on.\n\n5.3 |\n\n5.2 Two.\n",
  ],
  [
    "in the last clause",
    text.indexOf("Two"),
    "# Title\n\nIntro.\n\n5.1 One\ngoes on.\n\n5.2 Two.\n\n5.3 |\n",
  ],
  [
    "in the introduction",
    text.indexOf("Intro"),
    "# Title\n\nIntro.\n\n5.3 |\n\n5.1 One\ngoes on.\n\n5.2 Two.\n",
  ],
  ["at the end", text.length, "# Title\n\nIntro.\n\n5.1 One\ngoes on.\n\n5.2 Two.\n\n5.3 |\n"],
])("with the caret %s a clause comes after it", (_, caret, expected) => {
  const inserted = insertClause(text, caret, "5.3");
  expect(`${inserted.text.slice(0, inserted.caret)}|${inserted.text.slice(inserted.caret)}`).toBe(expected);
});

test("an empty text begins with the clause", () => {
  expect(insertClause("", 0, "6.1")).toEqual({ text: "6.1 \n", caret: 4 });
});
