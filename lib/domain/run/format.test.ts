import { expect, test } from "vitest";
import { formatCost, formatSpan } from "#lib/domain/run/format.ts";

test.each([
  [0, "$0"],
  [40, "<$0.0001"],
  [3_100, "$0.0031"],
  [1_234_567, "$1.23"],
])("%d micro-dollars read %s", (micros, text) => expect(formatCost(micros)).toBe(text));

test.each([
  [400, "0.4 s"],
  [48_200, "48 s"],
  [200_000, "3 min 20 s"],
  [7_500_000, "2 h 5 min"],
])("%d ms read %s", (ms, text) => expect(formatSpan(ms)).toBe(text));
