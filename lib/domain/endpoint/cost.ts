/** Micro-dollars per million tokens. */
export type Price = {
  inputPrice: number;
  /** Null where cached input costs what other input costs. */
  cachedInputPrice: number | null;
  outputPrice: number;
};

/** What a call used, as the endpoint said; null where it did not say. */
export type Usage = { tokensIn: number | null; tokensCached: number | null; tokensOut: number | null };

/** The most a call may use. */
export type Estimate = { tokensIn: number; tokensOut: number };

/**
 * An upper bound for a call that has not been made: no tokenizer in use makes more tokens of a text than it has bytes.
 *
 * @param requestBytes of all text that is sent, in UTF-8
 */
export function estimateFor(requestBytes: number, maxOutputTokens: number): Estimate {
  return { tokensIn: requestBytes, tokensOut: maxOutputTokens };
}

/**
 * What a call cost by the price table, in whole micro-dollars, rounded up.
 *
 * What the endpoint did not say counts as estimated: a bill may be too high, never too low.
 */
export function costOf(price: Price, usage: Usage, estimate: Estimate): number {
  const tokensIn = usage.tokensIn ?? estimate.tokensIn;
  const tokensOut = usage.tokensOut ?? estimate.tokensOut;
  const cached = Math.min(usage.tokensCached ?? 0, tokensIn);
  const micros =
    (tokensIn - cached) * price.inputPrice +
    cached * (price.cachedInputPrice ?? price.inputPrice) +
    tokensOut * price.outputPrice;
  return Math.ceil(micros / 1_000_000);
}

/** The most that a call can cost. */
export function costAtMost(price: Price, estimate: Estimate): number {
  const dearest = Math.max(price.inputPrice, price.cachedInputPrice ?? 0);
  return costOf(
    { ...price, inputPrice: dearest, cachedInputPrice: null },
    { tokensIn: null, tokensCached: null, tokensOut: null },
    estimate,
  );
}
