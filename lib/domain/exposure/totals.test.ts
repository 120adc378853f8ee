import { expect, test } from "vitest";
import { countedWeeks, shownTotals } from "./totals.ts";

const total = (people: number) =>
  ({ category: "Fraud", severity: "high", people, records: 40, seconds: 900 }) as const;

test("a sum over four people is left out, one over five is shown", () => {
  expect(shownTotals([total(4), total(5)]).map(({ sum }) => sum)).toEqual([
    null,
    { records: 40, seconds: 900 },
  ]);
});

test.each([
  ["2026-11-30T00:00:00Z", "2026-11-02", "2026-11-30"],
  ["2026-11-29T23:59:59Z", "2026-10-26", "2026-11-23"],
  ["2026-12-03T12:00:00Z", "2026-11-02", "2026-11-30"],
])("at %s the whole weeks from %s to %s are counted", (now, from, to) => {
  const weeks = countedWeeks(new Date(now));
  expect([weeks.from, weeks.to].map((day) => day.toISOString().slice(0, 10))).toEqual([from, to]);
});
