/** What a worker tells of an endpoint when it asks for its next share. Counts are since the last lease. */
export type Report = {
  inUse: number;
  wanted: number;
  needRequests: number;
  needTokens: number;
  firstTokens: number;
  backTokens: number;
  answered: number;
  pushedBack: number;
  failed: number;
};

/** What it got. */
export type Share = {
  /** When it was reckoned, by the clock of the database, in milliseconds. */
  atMs: number;
  /** Calls that may be in flight. */
  slots: number;
  /** Calls that may begin, evenly spaced, in milliseconds from then; null where there is no limit. */
  requests: number | null;
  firstMs: number | null;
  everyMs: number | null;
  /** Null where there is no limit. */
  tokens: number | null;
  isStopped: boolean;
  /** For how long the breaker lets nothing through. */
  closedMs: number;
};

/** Who hands out shares, and hears what becomes of them. */
export type GateKeeper = {
  lease(report: Report, leaseMs: number): Promise<Share>;
  onAdmitted(): void;
  onTrouble(error: unknown): void;
};
