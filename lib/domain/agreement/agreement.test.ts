import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { krippendorffAlpha } from "./alpha.ts";
import type { Judgement } from "./judgement.ts";
import { cohensKappas } from "./kappa.ts";
import { rateOf } from "./rate.ts";

/** A line per person, a character per thing, a dot where they did not judge it; each thing in a record of its own. */
function judgements(...lines: string[]): Judgement<string>[] {
  return lines.flatMap((line, rater) =>
    Array.from(line, (value, thing) => ({
      record: String(thing),
      thing: "it",
      rater: String.fromCharCode(65 + rater),
      value,
    })).filter(({ value }) => value !== "."),
  );
}

/** As often as a contingency table says, row by row: what the first person said, what the second did. */
function table(...rows: number[][]): Judgement<string>[] {
  const lines = ["", ""];
  rows.forEach((row, one) => {
    row.forEach((count, other) => {
      lines[0] += String(one).repeat(count);
      lines[1] += String(other).repeat(count);
    });
  });
  return judgements(...lines);
}

const digits = Array.from("0123456789");
const letters = Array.from("abcde");

// K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, https://repository.upenn.edu/asc_papers/43
const fourObservers = judgements("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

describe("Krippendorff's alpha", () => {
  test.each([
    ["two observers, binary", judgements("0100000010", "1110010000"), digits, "nominal", 0.095, 10],
    ["two observers, letters", judgements("aabbdcccedda", "babbbccceddd"), letters, "nominal", 0.692, 12],
    ["four observers with gaps, nominal", fourObservers, digits, "nominal", 0.743, 11],
    ["four observers with gaps, ordinal", fourObservers, digits, "ordinal", 0.815, 11],
  ] as const)("is that of the published example: %s", (_, said, values, metric, alpha, n) => {
    const estimate = krippendorffAlpha(said, values, metric);
    expect(estimate).toMatchObject({ n, value: expect.closeTo(alpha, 3) });
  });

  test("does not depend on the order of people, nor of things", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(fourObservers, { minLength: fourObservers.length }), (shuffled) => {
        const { value } = krippendorffAlpha(shuffled, digits, "ordinal") as { value: number };
        expect(value).toBeCloseTo(0.815, 3);
      }),
      { numRuns: 5 },
    );
  });

  test("has an interval around it, the same each time", () => {
    const first = krippendorffAlpha(fourObservers, digits, "nominal");
    if (!("value" in first) || !first.interval) throw new Error("There is no interval.");
    const [low, high] = first.interval;
    expect(low).toBeLessThan(first.value);
    expect(high).toBeGreaterThan(first.value);
    expect(high).toBeLessThanOrEqual(1);
    expect(krippendorffAlpha(fourObservers, digits, "nominal")).toEqual(first);
  });

  test("has no interval where all comes from one record", () => {
    const one = judgements("0011", "0111").map((judgement) => ({
      ...judgement,
      record: "r",
      thing: judgement.record,
    }));
    expect(krippendorffAlpha(one, digits, "nominal")).toMatchObject({ n: 4, records: 1, interval: null });
  });

  test.each([
    ["nobody judged what another did", judgements("01..", "..10"), "nothing_shared"],
    ["nothing was judged", [], "nothing_shared"],
    ["everybody always said the same", judgements("000", "000"), "no_variation"],
  ] as const)("is undefined where %s", (_, said, undefinedBecause) => {
    expect(krippendorffAlpha(said, digits, "nominal")).toMatchObject({ undefinedBecause });
  });
});

describe("Cohen's kappa", () => {
  test.each([
    // J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960: 200 patients, three diagnoses.
    ["Cohen 1960", table([88, 14, 18], [10, 40, 10], [2, 6, 12]), 0.492, 200],
    // J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd ed., 2003, table 18.1.
    ["Fleiss et al. 2003", table([75, 1, 4], [5, 4, 1], [0, 0, 10]), 0.676, 100],
  ] as const)("is that of the published example: %s", (_, said, kappa, n) => {
    const [only] = cohensKappas(said, digits);
    expect(only).toMatchObject({ pair: ["A", "B"], kappa: { n, value: expect.closeTo(kappa, 3) } });
  });

  test("is given for each two people who judged something together", () => {
    const pairs = cohensKappas(judgements("0101..", "0111..", "..0101"), digits);
    expect(pairs.map(({ pair, kappa }) => [...pair, kappa.n])).toEqual([
      ["A", "B", 4],
      ["A", "C", 2],
      ["B", "C", 2],
    ]);
  });

  test("is undefined where both always said the same one thing", () => {
    expect(cohensKappas(judgements("00", "00"), digits)[0]?.kappa).toMatchObject({
      undefinedBecause: "no_variation",
    });
  });
});

describe("a rate", () => {
  // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i has Wilson's interval", (hits, n, low, high) => {
    expect(rateOf(hits, n)).toMatchObject({
      value: hits / n,
      interval: [expect.closeTo(low, 4), expect.closeTo(high, 4)],
    });
  });

  test("of nothing is undefined", () => {
    expect(rateOf(0, 0)).toMatchObject({ undefinedBecause: "nothing_judged" });
  });
});
