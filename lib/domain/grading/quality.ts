import { type Estimate, estimate } from "#lib/domain/agreement/estimate.ts";
import { type Dimension, dimensions } from "./dimension.ts";

/** One prompt that both runs answered, with the mean of all judges' scores of each. */
export type GradedPair = {
  dimension: Dimension;
  /** Of the run that is compared with, and of the run that is compared. */
  base: number;
  other: number;
};

/** How two runs compare on one dimension. Intervals are over prompts, which are drawn with both their scores. */
export type Comparison = {
  dimension: Dimension;
  base: Estimate;
  other: Estimate;
  /** Of the other over the base, in points. */
  difference: Estimate;
  /** The same as a share of the base. */
  gain: Estimate;
};

/** How two runs compare on every dimension, over the prompts that both answered. */
export function compareRuns(pairs: readonly GradedPair[]): Comparison[] {
  return dimensions.map((dimension) => {
    const of = pairs.filter((pair) => pair.dimension === dimension);
    const tables = of.map(({ base, other }) => Float64Array.of(base, other, 1));
    const figure = (read: (base: number, other: number) => number) =>
      estimate(
        tables,
        ([base = 0, other = 0, n = 0]) => (n === 0 ? null : read(base / n, other / n)),
        of.length,
      );
    return {
      dimension,
      base: figure((base) => base),
      other: figure((_, other) => other),
      difference: figure((base, other) => other - base),
      gain: figure((base, other) => (other - base) / base),
    };
  });
}

/** The difference of two runs, in points, by what the prompts have in common; the largest group first. */
export function compareBy<P extends Pick<GradedPair, "base" | "other">>(
  pairs: readonly P[],
  groupsOf: (pair: P) => readonly string[],
): { group: string; difference: Estimate }[] {
  const groups = new Map<string, Float64Array[]>();
  for (const pair of pairs) {
    for (const group of groupsOf(pair)) {
      const tables = groups.get(group) ?? [];
      tables.push(Float64Array.of(pair.other - pair.base, 1));
      groups.set(group, tables);
    }
  }
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([group, tables]) => ({
      group,
      difference: estimate(tables, ([sum = 0, n = 0]) => (n === 0 ? null : sum / n), tables.length),
    }));
}
