import { expect, test } from "vitest";
import { formatAmount, formatCost, formatRange, formatSpan } from "#lib/domain/run/format.ts";

test.each([
  [0, "$0"],
  [40, "<$0.0001"],
  [3_100, "$0.0031"],
  [1_234_567, "$1.23"],
])("%d micro-dollars read %s", (micros, text) => expect(formatCost(micros)).toBe(text));

test.each([
  [400, "0.4 s"],
  [9_970, "10 s"],
  [48_200, "48 s"],
  [59_800, "1 min 0 s"],
  [200_000, "3 min 20 s"],
  [7_500_000, "2 h 5 min"],
])("%d ms read %s", (ms, text) => expect(formatSpan(ms)).toBe(text));

test.each([
  [950, "950"],
  [12_432, "12,400"],
  [1_440_000, "1.4 million"],
])("%d tokens read %s", (n, text) => expect(formatAmount(n)).toBe(text));

test("a range whose ends read the same is said once", () => {
  expect(formatRange({ low: 10_010, high: 10_020 }, formatAmount)).toBe("10,000");
  expect(formatRange({ low: 3_100, high: 1_234_567 }, formatCost)).toBe("$0.0031 – $1.23");
});
