import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { preferenceOf, type Verdict } from "./preference.ts";

/** A judge's word on so many pairs, each in both orders. */
function judged(pairs: number, winner: (pair: number, otherFirst: boolean) => Verdict["winner"]): Verdict[] {
  return Array.from({ length: pairs }, (_, pair) =>
    [true, false].map((otherFirst) => ({
      prompt: String(pair),
      judge: "judge",
      otherFirst,
      winner: winner(pair, otherFirst),
    })),
  ).flat();
}

test("a judge that always prefers the first answer yields 50 % and a position bias of 1", () => {
  expect(preferenceOf(judged(20, () => "first"))).toMatchObject({
    wins: 20,
    losses: 20,
    rate: { value: 0.5, interval: [0.5, 0.5], n: 40 },
    positionBias: { value: 1 },
  });
});

test("a judge that always prefers the same run yields 100 % and no position bias", () => {
  const loyal = judged(20, (_, otherFirst) => (otherFirst ? "first" : "second"));
  expect(preferenceOf(loyal)).toMatchObject({ rate: { value: 1 }, positionBias: { value: 0 } });
});

test("ties count half", () => {
  const mixed = judged(4, (pair, otherFirst) => (pair < 2 ? "tie" : otherFirst ? "first" : "second"));
  expect(preferenceOf(mixed)).toMatchObject({ wins: 4, ties: 4, losses: 0, rate: { value: 0.75 } });
});

test("nothing judged has no figure", () => {
  expect("value" in preferenceOf([]).rate).toBe(false);
});

test("seen from the other run, wins are losses and the position bias is the same", () => {
  const winners = fc.array(fc.constantFrom("first" as const, "second" as const, "tie" as const), {
    minLength: 4,
    maxLength: 20,
  });
  fc.assert(
    fc.property(winners, (said) => {
      const verdicts = judged(
        Math.floor(said.length / 2),
        (pair, first) => said[2 * pair + Number(first)] ?? "tie",
      );
      const one = preferenceOf(verdicts);
      const other = preferenceOf(
        verdicts.map((verdict) => ({ ...verdict, otherFirst: !verdict.otherFirst })),
      );
      expect([one.wins, one.ties, one.losses]).toEqual([other.losses, other.ties, other.wins]);
      expect(one.positionBias).toEqual(other.positionBias);
    }),
    { numRuns: 20 },
  );
});
