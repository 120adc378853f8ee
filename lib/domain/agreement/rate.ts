import type { Estimate } from "./estimate.ts";

/** The standard normal deviate of a two-sided 95 % interval. */
const z = 1.959964;

/**
 * A share with its Wilson score interval, which stays within 0 and 1 and says something of few cases too.
 * E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927).
 *
 * @returns `nothing_judged` where there are no cases
 */
export function rateOf(hits: number, n: number): Estimate {
  if (n === 0) return { n, records: n, undefinedBecause: "nothing_judged" };
  const share = hits / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { n, records: n, value: share, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}
