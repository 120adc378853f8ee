import { type Estimate, estimate } from "./estimate.ts";

/** Two ranks that were given to one thing, each from 1 to the number of ranks. */
export type RankPair = { record: string; one: number; other: number };

/** How two givers of ranks agree. Intervals are over records. */
export type RankAgreement = {
  /** Weighted κ with quadratic weights: 1 is perfect agreement, 0 what chance would give. */
  kappa: Estimate;
  /** Spearman's ρ with middle ranks for ties: whether they put things in the same order. */
  spearman: Estimate;
  /** Mean of the first less the second, in ranks. */
  difference: Estimate;
};

/**
 * How two givers of ranks agree. All three figures follow from one contingency table (rows: the first's ranks).
 *
 * @param ranks how many there are
 * @returns `n` pairs; `nothing_shared` where there are none, `no_variation` where a figure needs some
 */
export function rankAgreement(pairs: readonly RankPair[], ranks: number): RankAgreement {
  const tables = [...Map.groupBy(pairs, ({ record }) => record).values()].map((of) => tableOf(of, ranks));
  const figure = (read: (table: Float64Array) => number | null) =>
    estimate(tables, (sum) => read(sum), pairs.length);
  return {
    kappa: figure((table) => quadraticKappa(table, ranks)),
    spearman: figure((table) => spearmansRho(table, ranks)),
    difference: figure((table) => meanDifference(table, ranks)),
  };
}

/** Two ranks, and how often they met: once where it does not say. */
export type CountedRanks = Pick<RankPair, "one" | "other"> & { n?: number };

/** Pairs as a contingency table, row by row. */
export function tableOf(pairs: readonly CountedRanks[], ranks: number): Float64Array {
  const table = new Float64Array(ranks ** 2);
  for (const { one, other, n = 1 } of pairs) {
    const cell = (one - 1) * ranks + other - 1;
    table[cell] = (table[cell] ?? 0) + n;
  }
  return table;
}

/**
 * Weighted κ, disagreement counted by the square of the distance: J. Cohen, Weighted kappa, Psychological Bulletin 70
 * (1968); J. L. Fleiss & J. Cohen, Educational and Psychological Measurement 33 (1973).
 *
 * @returns null where both always gave the same one rank
 */
export function quadraticKappa(table: Float64Array, ranks: number): number | null {
  const { rows, columns, total } = marginsOf(table, ranks);
  let observed = 0;
  let expected = 0;
  eachCell(ranks, (row, column) => {
    const apart = (row - column) ** 2;
    observed += apart * (table[row * ranks + column] ?? 0);
    expected += (apart * (rows[row] ?? 0) * (columns[column] ?? 0)) / total;
  });
  return expected === 0 ? null : 1 - observed / expected;
}

/**
 * Spearman's ρ as the correlation of middle ranks, which is exact with ties too: C. Spearman, The Proof and Measurement
 * of Association between Two Things, American Journal of Psychology 15 (1904).
 *
 * @returns null where one of them always gave the same rank
 */
export function spearmansRho(table: Float64Array, ranks: number): number | null {
  const { rows, columns, total } = marginsOf(table, ranks);
  const [x, y] = [middleRanks(rows), middleRanks(columns)];
  const mean = (total + 1) / 2;
  const spread = (of: readonly number[], counts: readonly number[]) =>
    of.reduce((sum, rank, place) => sum + (counts[place] ?? 0) * (rank - mean) ** 2, 0);
  let together = 0;
  eachCell(ranks, (row, column) => {
    together += (table[row * ranks + column] ?? 0) * ((x[row] ?? 0) - mean) * ((y[column] ?? 0) - mean);
  });
  const scale = Math.sqrt(spread(x, rows) * spread(y, columns));
  return scale === 0 ? null : together / scale;
}

function meanDifference(table: Float64Array, ranks: number): number | null {
  const { total } = marginsOf(table, ranks);
  let sum = 0;
  eachCell(ranks, (row, column) => {
    sum += (row - column) * (table[row * ranks + column] ?? 0);
  });
  return total === 0 ? null : sum / total;
}

function marginsOf(table: Float64Array, ranks: number) {
  const rows = new Array<number>(ranks).fill(0);
  const columns = new Array<number>(ranks).fill(0);
  eachCell(ranks, (row, column) => {
    const count = table[row * ranks + column] ?? 0;
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
  });
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}

/** The rank of everything that was given the same: the middle of the places that it takes together. */
function middleRanks(counts: readonly number[]): number[] {
  let before = 0;
  return counts.map((count) => {
    before += count;
    return before - (count - 1) / 2;
  });
}

function eachCell(ranks: number, visit: (row: number, column: number) => void): void {
  for (let row = 0; row < ranks; row += 1) {
    for (let column = 0; column < ranks; column += 1) visit(row, column);
  }
}
