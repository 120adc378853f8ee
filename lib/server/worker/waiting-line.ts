/** Someone who waits for leave to make a call. */
export type Waiting<Result> = {
  /** The most the call can use. */
  tokens: number;
  priority: number;
  /** Ends the wait. */
  resolve(result: Result): void;
};

/** Those who wait: higher priority first, else in order of arrival. */
export type WaitingLine<Result> = {
  readonly length: number;
  first(): Waiting<Result> | undefined;
  /** The next `n`. */
  next(n: number): Waiting<Result>[];
  /**
   * Joins the line.
   *
   * @param onTime what comes of it when the patience is used up
   * @param onAbort what comes of it when the signal fires
   */
  join(
    one: Omit<Waiting<Result>, "resolve">,
    patienceMs: number,
    signal: AbortSignal,
    ends: { onTime: Result; onAbort: Result },
  ): Promise<Result>;
  /** Ends the wait of all who stand in it now. */
  sendAway(result: Result): void;
};

/** A line in which nobody stands yet. */
export function openLine<Result>(): WaitingLine<Result> {
  const line: Waiting<Result>[] = [];
  return {
    get length() {
      return line.length;
    },
    first: () => line[0],
    next: (n) => line.slice(0, n),
    join({ tokens, priority }, patienceMs, signal, { onTime, onAbort }) {
      return new Promise((resolve) => {
        const one: Waiting<Result> = {
          tokens,
          priority,
          resolve(result) {
            clearTimeout(patience);
            signal.removeEventListener("abort", leave);
            const at = line.indexOf(one);
            if (at !== -1) line.splice(at, 1);
            resolve(result);
          },
        };
        const leave = () => one.resolve(onAbort);
        const patience = setTimeout(() => one.resolve(onTime), patienceMs);
        if (signal.aborted) return leave();
        signal.addEventListener("abort", leave, { once: true });
        const behind = line.findIndex((other) => other.priority < priority);
        line.splice(behind === -1 ? line.length : behind, 0, one);
      });
    },
    sendAway(result) {
      for (const one of [...line]) one.resolve(result);
    },
  };
}
