import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { cohensKappas } from "./kappa.ts";
import { quadraticKappa, type RankPair, rankAgreement, spearmansRho, tableOf } from "./ordinal.ts";

/** As often as a contingency table says; each pair in a record of its own. */
function pairs(...rows: number[][]): RankPair[] {
  return rows
    .flatMap((row, one) =>
      row.flatMap((count, other) =>
        Array.from({ length: count }, () => ({ one: one + 1, other: other + 1 })),
      ),
    )
    .map((pair, index) => ({ ...pair, record: String(index) }));
}

/** What wives and husbands say of one thing: A. Agresti, Categorical Data Analysis, table of Hout et al. (1987). */
const couples = pairs([7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]);

describe("weighted κ with quadratic weights", () => {
  test("is that of the published example, of which the plain κ is 0.129", () => {
    // The same table is `SexualFun` of the R package vcd: Kappa(SexualFun, weights = "Fleiss-Cohen") gives 0.3320.
    expect(quadraticKappa(tableOf(couples, 4), 4)).toBeCloseTo(0.332, 3);
    const said = couples.flatMap(({ record, one, other }) => [
      { record, thing: "", rater: "husband", value: one },
      { record, thing: "", rater: "wife", value: other },
    ]);
    expect(cohensKappas(said, [1, 2, 3, 4])[0]?.kappa).toMatchObject({ value: expect.closeTo(0.129, 3) });
  });

  test("is 1 where both always say the same of things that differ, and undefined where nothing differs", () => {
    expect(rankAgreement(pairs([3, 0], [0, 4]), 2).kappa).toMatchObject({ value: 1, n: 7 });
    expect(rankAgreement(pairs([5, 0], [0, 0]), 2).kappa).toEqual({
      n: 5,
      records: 5,
      undefinedBecause: "no_variation",
    });
    expect(rankAgreement([], 5).kappa).toMatchObject({ undefinedBecause: "nothing_shared" });
  });
});

describe("Spearman's ρ", () => {
  test("is that of the worked example: IQ and hours of television, ρ = −29/165", () => {
    // https://en.wikipedia.org/wiki/Spearman%27s_rank_correlation_coefficient, without ties.
    const iq = [86, 97, 99, 100, 101, 103, 106, 110, 112, 113];
    const hours = [2, 20, 28, 27, 50, 29, 7, 17, 6, 12];
    const place = (of: readonly number[], value = 0) => of.filter((one) => one <= value).length;
    const ranked = iq.map((value, index) => ({
      record: String(index),
      one: place(iq, value),
      other: place(hours, hours[index]),
    }));
    expect(spearmansRho(tableOf(ranked, 10), 10)).toBeCloseTo(-29 / 165, 10);
  });

  test("is the correlation of middle ranks where there are ties", () => {
    const score = fc.record({
      record: fc.constant("1"),
      one: fc.integer({ min: 1, max: 5 }),
      other: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(score, { minLength: 3, maxLength: 40 }), (scores) => {
        const expected = correlation(
          middle(scores.map(({ one }) => one)),
          middle(scores.map(({ other }) => other)),
        );
        const found = spearmansRho(tableOf(scores, 5), 5);
        if (Number.isNaN(expected)) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 9);
      }),
      { numRuns: 60 },
    );
  });
});

test("the mean difference says who scores higher, and its interval is over records", () => {
  const lenient = rankAgreement(pairs([0, 0, 0], [4, 0, 0], [0, 4, 0]), 3).difference;
  expect(lenient).toMatchObject({ value: 1, interval: [1, 1], n: 8 });
  const one = pairs([0, 0], [3, 0]).map((pair) => ({ ...pair, record: "the same" }));
  expect(rankAgreement(one, 2).difference).toMatchObject({ value: 1, interval: null, n: 3, records: 1 });
});

function middle(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((one) => one < value).length;
    const same = values.filter((one) => one === value).length;
    return below + (same + 1) / 2;
  });
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [a, b] = [mean(x), mean(y)];
  const sum = (read: (index: number) => number) => x.reduce((total, _, index) => total + read(index), 0);
  return (
    sum((i) => ((x[i] ?? 0) - a) * ((y[i] ?? 0) - b)) /
    Math.sqrt(sum((i) => ((x[i] ?? 0) - a) ** 2) * sum((i) => ((y[i] ?? 0) - b) ** 2))
  );
}
