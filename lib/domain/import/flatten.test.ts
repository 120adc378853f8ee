import { describe, expect, test } from "vitest";
import { type Json, RowFault } from "./cells.ts";
import { flattenItem, flattenObject } from "./flatten.ts";

const rows = (value: { [key: string]: Json }) => {
  const flat = flattenObject(value);
  return flat && [...flat].map(({ cells, fault }) => fault ?? cells);
};

describe("a JSON object becomes rows", () => {
  test.each<[string, { [key: string]: Json }, unknown]>([
    [
      "by groups, whose names become the category without a closing colon",
      { "Illegal Activity": { "Drug:": ["a", "b"] }, Fraud: { "Fake reviews": ["c"] } },
      [
        { category: "Illegal Activity", subcategory: "Drug", prompt: "a" },
        { category: "Illegal Activity", subcategory: "Drug", prompt: "b" },
        { category: "Fraud", subcategory: "Fake reviews", prompt: "c" },
      ],
    ],
    ["by one level of groups", { Fraud: ["a"] }, [{ category: "Fraud", subcategory: null, prompt: "a" }]],
    [
      "by groups of rows",
      { Fraud: { x: [{ prompt: "a", id: 1 }] }, Theft: {} },
      [{ category: "Fraud", subcategory: "x", prompt: "a", id: 1 }],
    ],
    [
      "by column",
      { id: [1, 2], prompt: ["a", "b"] },
      [
        { id: 1, prompt: "a" },
        { id: 2, prompt: "b" },
      ],
    ],
    ["by numbered column", { prompt: { "0": "a", "1": "b" } }, [{ prompt: "a" }, { prompt: "b" }]],
    ["from a wrapper", { version: "1", data: [{ prompt: "a" }] }, [{ prompt: "a" }]],
    [
      "from a wrapper of groups",
      { version: "1", data: { Fraud: ["a"], Theft: ["b"] } },
      [
        { category: "Fraud", subcategory: null, prompt: "a" },
        { category: "Theft", subcategory: null, prompt: "b" },
      ],
    ],
    ["from one row", { prompt: "a", tags: ["x"] }, [{ prompt: "a", tags: ["x"] }]],
    [
      "by row number",
      { "1": { prompt: "a" }, "2": { prompt: "b" } },
      [
        { category: null, subcategory: null, prompt: "a" },
        { category: null, subcategory: null, prompt: "b" },
      ],
    ],
    [
      "with a fault where a leaf is odd",
      { Fraud: ["a", 7] },
      [
        { category: "Fraud", subcategory: null, prompt: "a" },
        { column: "Fraud", sentence: expect.stringContaining("neither text") },
      ],
    ],
  ])("%s", (_, value, expected) => {
    expect(rows(value)).toEqual(expected);
  });

  test.each<[string, { [key: string]: Json }]>([
    ["settings", { version: "1", model: "x" }],
    ["nothing", {}],
  ])("but not of %s", (_, value) => {
    expect(rows(value)).toBeNull();
  });

  test("and columns of unequal length are refused where the shorter one ends", () => {
    expect(() => rows({ id: [1, 2, 3], prompt: ["a", "b"] })).toThrow(RowFault);
    expect(() => rows({ id: [1, 2, 3], prompt: ["a", "b"] })).toThrow("2 values, but “id” has 3");
  });
});

test("an item of a list is a row, a prompt, or faulty", () => {
  expect(flattenItem({ prompt: "a" }).cells).toEqual({ prompt: "a" });
  expect(flattenItem("a").cells).toEqual({ prompt: "a" });
  expect(flattenItem(7).fault?.sentence).toContain("neither an object nor text");
});
