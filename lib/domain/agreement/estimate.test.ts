import { expect, test } from "vitest";
import { estimate } from "./estimate.ts";

// Of yes-or-no data the bootstrap distribution of a share is known exactly: that of so many draws of a coin with the share seen
// (B. Efron, Bootstrap Methods: Another Look at the Jackknife, Annals of Statistics 7 (1979), section 2). Quantiles are from
// tables of the binomial distribution.
test.each([
  ["8 of 20", 8, 20, 4, 12],
  ["25 of 50", 25, 50, 18, 32],
  ["3 of 30", 3, 30, 0, 7],
])("the interval of a share has the ends that are known for %s", (_, hits, n, low, high) => {
  const tables = Array.from({ length: n }, (_, place) => Float64Array.of(place < hits ? 1 : 0, 1));
  const share = estimate(tables, ([sum = 0, all = 1]) => sum / all, n);
  expect(share).toMatchObject({ value: hits / n });
  const [from, to] = ("interval" in share && share.interval) || [Number.NaN, Number.NaN];
  expect(Math.abs(from * n - low)).toBeLessThanOrEqual(1);
  expect(Math.abs(to * n - high)).toBeLessThanOrEqual(1);
});
