import { type Estimate, estimate } from "./estimate.ts";
import { byThing, type Judgement } from "./judgement.ts";

/** How two people agree, by name or id. */
export type PairKappa = { pair: readonly [string, string]; kappa: Estimate };

/**
 * Cohen's κ of each two people who judged something together: 1 is perfect agreement, 0 what chance would give.
 * J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960).
 *
 * @param values all that could be said
 * @returns pairs in alphabetical order, each with `n` things that both judged; `no_variation` where both always said
 *   the same one thing
 */
export function cohensKappas<Value>(
  judgements: readonly Judgement<Value>[],
  values: readonly Value[],
): PairKappa[] {
  const shared = new Map<string, { pair: [string, string]; n: number; tables: Float64Array[] }>();
  for (const things of byThing(judgements).values()) {
    const tables = new Map<string, Float64Array>();
    for (const said of things.values()) {
      for (const [one, other] of pairsOf(said)) {
        const key = JSON.stringify([one.rater, other.rater]);
        const known = shared.get(key) ?? { pair: [one.rater, other.rater], n: 0, tables: [] };
        shared.set(key, known);
        known.n += 1;
        const table = tables.get(key) ?? new Float64Array(values.length ** 2);
        if (!tables.has(key)) known.tables.push(table);
        tables.set(key, table);
        const cell = values.indexOf(one.value) * values.length + values.indexOf(other.value);
        table[cell] = (table[cell] ?? 0) + 1;
      }
    }
  }
  return [...shared.values()]
    .map(({ pair, n, tables }) => ({
      pair,
      kappa: estimate(tables, (sum) => kappaOf(sum, values.length), n),
    }))
    .sort((one, other) => (one.pair.join() < other.pair.join() ? -1 : 1));
}

function pairsOf<Value>(said: readonly Judgement<Value>[]): [Judgement<Value>, Judgement<Value>][] {
  const inOrder = said.toSorted((one, other) => (one.rater < other.rater ? -1 : 1));
  return inOrder.flatMap((one, place) =>
    inOrder.slice(place + 1).map((other): [Judgement<Value>, Judgement<Value>] => [one, other]),
  );
}

function kappaOf(table: Float64Array, size: number): number | null {
  const total = table.reduce((sum, count) => sum + count, 0);
  let agreed = 0;
  let byChance = 0;
  for (let value = 0; value < size; value += 1) {
    let row = 0;
    let column = 0;
    for (let other = 0; other < size; other += 1) {
      row += table[value * size + other] ?? 0;
      column += table[other * size + value] ?? 0;
    }
    agreed += table[value * size + value] ?? 0;
    byChance += (row * column) / total;
  }
  return byChance === total ? null : (agreed - byChance) / (total - byChance);
}
