import { describe, expect, test } from "vitest";
import { capsOf, ExposureCaps } from "./caps.ts";
import { type Held, heldBecause, heldLevels, isBlurred } from "./held.ts";

const none = { low: { records: 0, seconds: 0 }, medium: { records: 0, seconds: 0 } };
const caps = ExposureCaps.parse({ high: { records: 3, minutes: 10 } });

test.each([
  ["below both", { records: 2, seconds: 599 }, []],
  ["at the count", { records: 3, seconds: 0 }, ["high"]],
  ["at the minutes", { records: 1, seconds: 600 }, ["high"]],
] as const)("holds back what would be the next above the limit: %s", (_, high, expected) => {
  expect(heldLevels(caps, { ...none, high })).toEqual(expected);
});

test("without a limit nothing is held back", () => {
  expect(heldLevels(ExposureCaps.parse({}), { ...none, high: { records: 900, seconds: 90_000 } })).toEqual(
    [],
  );
});

test("a person can lower the project's limit and never raise it", () => {
  const own = (records: number | null) => ExposureCaps.parse({ high: { records }, low: { records: 5 } });
  expect(capsOf(caps, own(2)).high).toEqual({ records: 2, minutes: 10 });
  expect(capsOf(caps, own(30)).high).toEqual({ records: 3, minutes: 10 });
  expect(capsOf(caps, own(null)).low.records).toBe(5);
});

describe("a record is held back", () => {
  const held: Held = { levels: ["high"], categories: ["Violence"] };
  test.each([
    ["of a category one wants none of, however mild", "none", "Violence", "opted_out"],
    ["of a level one has had one's share of", "high", "Fraud", "limit"],
    ["that nobody rated, as if it were high", "unrated", null, "limit"],
    ["not if it is milder", "medium", "Fraud", null],
    ["not if it is harmless", "none", null, null],
  ] as const)("%s", (_, severity, category, expected) => {
    expect(heldBecause(held, { severity, category })).toBe(expected);
  });
});

test("medium, high and unrated text is blurred, milder is not", () => {
  expect((["none", "low", "medium", "high", "unrated"] as const).map(isBlurred)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
