/** Why a figure cannot be had from what was judged. */
export type Undefined =
  /** Nothing was judged by two people. */
  | "nothing_shared"
  /** Everybody always said the same one thing, so that agreement by chance is certain. */
  | "no_variation"
  /** Nothing of the kind was judged at all. */
  | "nothing_judged";

/**
 * A figure with its 95 % interval and what it rests on: `n` things, from so many records. The interval is null where
 * a single record, or samples without variation, leave nothing to draw it from.
 */
export type Estimate = { n: number; records: number } & (
  | { value: number; interval: readonly [low: number, high: number] | null }
  | { undefinedBecause: Undefined }
);

/** Times that the records are drawn anew to see how far a figure depends on them. */
const samples = 1_000;

/**
 * A figure over tables of counts that add up, one table per record, with a percentile bootstrap interval (Efron &
 * Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13). Whole records are drawn, not thoughts: thoughts of one
 * record are judged in one go and are not independent.
 *
 * @param figure of the sum of tables; null where it is undefined
 * @param n what the tables count, as people would say it
 */
export function estimate(
  tables: readonly Float64Array[],
  figure: (sum: Float64Array) => number | null,
  n: number,
): Estimate {
  const records = tables.length;
  const [first] = tables;
  if (!first) return { n, records, undefinedBecause: "nothing_shared" };
  const value = figure(summed(tables, first.length));
  if (value === null) return { n, records, undefinedBecause: "no_variation" };
  return { n, records, value, interval: records < 2 ? null : bootstrap(tables, first.length, figure) };
}

function bootstrap(
  tables: readonly Float64Array[],
  size: number,
  figure: (sum: Float64Array) => number | null,
): readonly [number, number] | null {
  const draw = drawFrom(tables, tables.length);
  const found: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const value = figure(summed(draw(), size));
    if (value !== null) found.push(value);
  }
  found.sort((one, other) => one - other);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))];
  const [low, high] = [at(0.025), at(0.975)];
  return low === undefined || high === undefined ? null : [low, high];
}

function summed(tables: Iterable<Float64Array>, size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const table of tables) {
    for (let cell = 0; cell < size; cell += 1) sum[cell] = (sum[cell] ?? 0) + (table[cell] ?? 0);
  }
  return sum;
}

/** Draws with replacement. The same input gives the same draws, so that a page shows the same interval twice. */
function drawFrom<T>(items: readonly T[], count: number): () => Iterable<T> {
  let state = 0x9e3779b9;
  // mulberry32, by Tommy Ettinger.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return function* draw() {
    for (let drawn = 0; drawn < count; drawn += 1) {
      const item = items[Math.floor(random() * items.length)];
      if (item !== undefined) yield item;
    }
  };
}
