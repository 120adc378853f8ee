import type { Share } from "./share.ts";

/** When calls of one worker to one endpoint may begin, by its share of the requests a minute. */
export type Pace = {
  /** Moments that are still to come or in time; null where there is no limit. */
  readonly length: number | null;
  /** When the next call may begin; null where it may at once, or not before another share. */
  readonly nextAt: number | null;
  /** Takes up what a lease gave that was asked for and heard then. */
  add(share: Share, askedAt: number, heardAt: number): void;
  /** Whether a call may begin now. */
  isDue(now: number): boolean;
  /**
   * Begins a call that is due.
   *
   * @returns until when its request must have left; later it takes the moment of another
   */
  take(): number;
};

/** Times are those of `performance.now()`. */
type Start = { at: number; leaveBy: number };

/**
 * How late a request may leave. `lease_endpoint` hands out 0.94 of the limit, so that no second holds more than its part
 * of the minute where requests arrive up to 63 ms late: what is left of these is for the way.
 */
const lateMs = 45;
/** Where requests are seconds apart they may be as late as that, or a new connection would cost the next one's turn. */
const mostLateMs = 3_000;
/** How long before that a call begins at the latest: what is done until its request leaves. */
const readyMs = 15;

/** A pace by which nothing may begin before the first share. */
export function openPace(): Pace {
  let starts: Start[] | null = [];
  /** Our time less the database's, as near as can be told. */
  let ahead = Number.POSITIVE_INFINITY;

  return {
    get length() {
      return starts ? starts.length : null;
    },
    get nextAt() {
      return starts?.[0]?.at ?? null;
    },
    add(share, askedAt, heardAt) {
      // An answer was given after it was asked for and before it was heard. Who heard it late, since it had much to do,
      // knows of others at which of these moments it was, and does not begin later than it should.
      ahead = Math.min(heardAt - share.atMs, Math.max(ahead, askedAt - share.atMs));
      if (share.requests === null) starts = null;
      else starts = [...(starts ?? []), ...startsOf(share, share.atMs + ahead)];
    },
    isDue(now) {
      if (starts === null) return true;
      while (starts[0] && starts[0].leaveBy - readyMs <= now) starts.shift();
      return starts[0] !== undefined && starts[0].at <= now;
    },
    take: () => starts?.shift()?.leaveBy ?? Number.POSITIVE_INFINITY,
  };
}

function startsOf({ requests, firstMs, everyMs }: Share, now: number): Start[] {
  const every = everyMs ?? 0;
  const late = Math.max(lateMs, Math.min(every - 1_000, mostLateMs));
  return Array.from({ length: requests ?? 0 }, (_, n) => {
    const at = now + (firstMs ?? 0) + n * every;
    return { at, leaveBy: at + late };
  });
}
