import type { AttemptRow, TurnRow } from "./append.ts";
import type { Answer, Question } from "./ask.ts";
import type { End } from "./close.ts";
import type { Until } from "./give-back.ts";
import type { Held } from "./held.ts";
import type { Permits } from "./permits.ts";
import type { CastVersion } from "./runs-at-hand.ts";
import type { Wallets } from "./wallets.ts";

/** Time as the loop knows it, in milliseconds. */
export type Clock = {
  now(): number;
  /** Resolves when the time has passed or the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

/** What is stored under a lease. All of it may take as long as the database is away, and is safe to repeat. */
export type Store = {
  /** @returns whether it is stored; false means that the lease is lost */
  append(held: Held, row: AttemptRow, said: TurnRow | null): Promise<boolean>;
  /**
   * @param row the call that a dead worker may have been in; null where it was in none
   * @returns what it was costed, in micro-dollars; null means that this worker does not go on with it
   */
  appendLost(held: Held, row: AttemptRow | null, deadId: string): Promise<number | null>;
  /** @returns whether it is ended; false means that the lease is lost or, for `cancelled`, that the run goes on again */
  close(held: Held, end: End): Promise<boolean>;
  /** @returns whether the lease is free again; false means that it is lost, or that the run was cancelled */
  giveBack(held: Held, until: Until): Promise<boolean>;
};

/** What came of a call, and what it means for the endpoint itself: that is heeded once the attempt is stored. */
export type Called = { answer: Answer; heed(): Promise<void> };

export type Endpoints = {
  /**
   * Makes a call.
   *
   * @param cut abandons it: its fault is then `lost`
   */
  call(version: CastVersion, question: Question, cut: AbortSignal): Promise<Called>;
  /** Whether calls may be made, as far as people and the endpoint's faults are concerned. */
  isServing(endpointId: string): Promise<boolean>;
};

/**
 * All that the loop does to the world. A worker fills it with PostgreSQL and HTTP, the simulation with a store in memory
 * under a clock of its own; the loop cannot tell.
 */
export type World = {
  clock: Clock;
  store: Store;
  endpoints: Endpoints;
  permits: Pick<Permits, "gate">;
  wallets: Wallets;
  /** Something was stored that live pages show. */
  onSaid(): void;
};
