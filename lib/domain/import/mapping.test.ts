import { describe, expect, test } from "vitest";
import { licenceOf } from "./licence.ts";
import { type Mapping, mappingProblem, withPromptColumn } from "./mapping.ts";

const mapping: Mapping = {
  kind: "prompts",
  evaluation: false,
  prompt: "prompt",
  promptForm: "text",
  system: null,
  context: null,
  category: { column: "type" },
  subcategory: null,
  severity: { value: "high" },
  licence: null,
  dataSet: null,
  thoughts: null,
  response: null,
};

describe("a mapping", () => {
  test.each<[string, Partial<Mapping>, string | null]>([
    ["is fine where its columns exist", {}, null],
    [
      "needs a prompt column",
      { prompt: null },
      "a.csv: none of its columns (“prompt” and “type”) looks like prompts",
    ],
    ["names only columns of the file", { prompt: "text" }, "a.csv has no column “text”"],
    [
      "names only columns of the file in every part",
      { context: { column: "x", place: "after" } },
      "no column “x”",
    ],
    [
      "needs thoughts or a response for chains of thought",
      { kind: "cots" },
      "choose the column of the thoughts",
    ],
    ["finds chains of thought in conversations", { kind: "cots", promptForm: "conversation" }, null],
  ])("%s", (_, change, problem) => {
    const found = mappingProblem({ ...mapping, ...change }, ["prompt", "type"], "a.csv");
    if (problem === null) expect(found).toBeNull();
    else expect(found).toContain(problem);
  });
});

test("another prompt column is taken from the part that read it", () => {
  const cots: Mapping = { ...mapping, kind: "cots", response: "output" };
  expect(withPromptColumn(cots, "type", "text")).toMatchObject({
    prompt: "type",
    category: null,
    kind: "cots",
  });
  expect(withPromptColumn(cots, "output", "text")).toMatchObject({ prompt: "output", kind: "prompts" });
});

test.each([
  ["cc by 4.0", "CC-BY-4.0"],
  ["CC-BY-NC-SA-4.0", "CC-BY-NC-SA-4.0"],
  ["cc-by-nc 4.0", "CC-BY-NC-4.0"],
  ["mit", "MIT"],
  ["Apache 2.0", "Apache-2.0"],
  ["cc0-1.0", "CC0-1.0"],
  ["our own terms", "our own terms"],
])("licence %j is written %j", (given, expected) => {
  expect(licenceOf(given)).toBe(expected);
});
