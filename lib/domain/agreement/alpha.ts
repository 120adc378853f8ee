import { type Estimate, estimate } from "./estimate.ts";
import { byThing, type Judgement } from "./judgement.ts";

/** What is compared: names that are the same or not, or ranks that lie nearer or farther. */
export type Metric = "nominal" | "ordinal";

/**
 * Krippendorff's α: 1 is perfect agreement, 0 what chance would give. Takes any number of people and missing answers.
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011 (coincidence matrices;
 * ordinal difference: squared count of ranks between, each end by half).
 *
 * @param values all that could be said; in order of rank for `ordinal`
 * @returns `n` things that at least two people judged; `nothing_shared` where there are none, `no_variation` where
 *   only one value was ever used
 */
export function krippendorffAlpha<Value>(
  judgements: readonly Judgement<Value>[],
  values: readonly Value[],
  metric: Metric,
): Estimate {
  let n = 0;
  const tables: Float64Array[] = [];
  for (const things of byThing(judgements).values()) {
    const table = new Float64Array(values.length ** 2);
    const before = n;
    for (const said of things.values()) {
      if (said.length < 2) continue;
      n += 1;
      countPairs(
        table,
        said.map(({ value }) => values.indexOf(value)),
        values.length,
      );
    }
    if (n > before) tables.push(table);
  }
  return estimate(tables, (sum) => alphaOf(sum, values.length, metric), n);
}

/** Adds one thing to a coincidence matrix: each ordered pair of answers, weighted so that the answers count once. */
function countPairs(table: Float64Array, said: readonly number[], size: number): void {
  said.forEach((one, rater) => {
    said.forEach((other, another) => {
      if (rater !== another)
        table[one * size + other] = at(table, one * size + other) + 1 / (said.length - 1);
    });
  });
}

function alphaOf(table: Float64Array, size: number, metric: Metric): number | null {
  const totals = Array.from({ length: size }, (_, value) =>
    table.slice(value * size, (value + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const n = totals.reduce((sum, total) => sum + total, 0);
  let observed = 0;
  let expected = 0;
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size; other += 1) {
      const apart = metric === "nominal" ? 1 : ranksBetween(totals, one, other) ** 2;
      observed += at(table, one * size + other) * apart;
      expected += (totals[one] ?? 0) * (totals[other] ?? 0) * apart;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function ranksBetween(totals: readonly number[], from: number, to: number): number {
  const all = totals.slice(from, to + 1).reduce((sum, total) => sum + total, 0);
  return all - ((totals[from] ?? 0) + (totals[to] ?? 0)) / 2;
}

function at(table: Float64Array, cell: number): number {
  return table[cell] ?? 0;
}
