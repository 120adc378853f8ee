import type { Budgets } from "./recipe.ts";

/** What a deliberation has used so far, over all attempts. */
export type Spent = {
  /** Input and output together. */
  tokens: number;
  /** Since it started, waiting included. */
  seconds: number;
};

/**
 * The limit that a deliberation has reached, as the code of the fault that ends it. The loop asks before
 * each call, since only the loop knows the time and the bill.
 */
export function limitReached(budgets: Budgets, spent: Spent): "budget" | "deadline" | null {
  if (spent.tokens >= budgets.tokensPerDeliberation) return "budget";
  return spent.seconds >= budgets.deliberationSeconds ? "deadline" : null;
}
