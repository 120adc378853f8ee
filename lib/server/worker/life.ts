import type { Permits } from "./permits.ts";
import type { Wallets } from "./wallets.ts";

/**
 * What a worker is under one id. A worker that was taken for dead and buried by another begins a new life: what it held
 * belongs to others by then.
 */
export type Life = {
  workerId: string;
  permits: Permits;
  wallets: Wallets;
  /** Fires when this life is over: nothing is worth waiting for any more. */
  signal: AbortSignal;
  /** Something was stored that live pages show. */
  onSaid(): void;
};
