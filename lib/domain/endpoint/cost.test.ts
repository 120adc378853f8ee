import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { costAtMost, costOf, estimateFor } from "./cost.ts";

const novaMicro = { inputPrice: 35_000, cachedInputPrice: 8_750, outputPrice: 140_000 };
const estimate = estimateFor(4_000, 1_024);

test("a call costs what its tokens cost, cached input at its own price, rounded up", () => {
  const usage = { tokensIn: 1_000, tokensCached: 800, tokensOut: 100 };
  expect(costOf(novaMicro, usage, estimate)).toBe(7 + 7 + 14);
});

test("without a price for cached input it costs what other input costs", () => {
  const usage = { tokensIn: 1_000, tokensCached: 800, tokensOut: 0 };
  expect(costOf({ ...novaMicro, cachedInputPrice: null }, usage, estimate)).toBe(35);
});

test("what the endpoint did not say is billed as estimated", () => {
  const usage = { tokensIn: null, tokensCached: null, tokensOut: null };
  expect(costOf(novaMicro, usage, estimate)).toBe(costAtMost(novaMicro, estimate));
});

test("no call within its estimate costs more than the most it can", () => {
  const price = fc.record({
    inputPrice: fc.nat(2_000_000_000),
    cachedInputPrice: fc.option(fc.nat(2_000_000_000)),
    outputPrice: fc.nat(2_000_000_000),
  });
  const tokens = fc.option(fc.nat(4_000));
  const usage = fc.record({ tokensIn: tokens, tokensCached: tokens, tokensOut: fc.option(fc.nat(1_024)) });
  fc.assert(
    fc.property(price, usage, (anyPrice, anyUsage) => {
      expect(costOf(anyPrice, anyUsage, estimate)).toBeLessThanOrEqual(costAtMost(anyPrice, estimate));
    }),
  );
});
