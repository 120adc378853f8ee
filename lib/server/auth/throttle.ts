/** How many tries a key has within a window, and when the oldest window ends. */
type Window = { tries: number; endsAt: number };

/** Old windows are swept out when this many keys are held, so that made-up e-mail addresses cost no memory. */
const sweepAt = 10_000;

/**
 * Counts tries per key. Kept in the memory of the web process: a restart forgives, which helps nobody much
 * who has to guess thousands of times.
 *
 * @param limit.max tries that one key has per window
 * @param limit.windowMs length of the window, from its first try
 */
export class Throttle {
  readonly #windows = new Map<string, Window>();
  readonly #limit: { max: number; windowMs: number };

  constructor(limit: { max: number; windowMs: number }) {
    this.#limit = limit;
  }

  /** Counts one try. Returns 0 where it is allowed, else how long to wait, in milliseconds. */
  take(key: string, now: number): number {
    const window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      if (this.#windows.size >= sweepAt) this.#sweep(now);
      this.#windows.set(key, { tries: 1, endsAt: now + this.#limit.windowMs });
      return 0;
    }
    if (window.tries >= this.#limit.max) return window.endsAt - now;
    window.tries += 1;
    return 0;
  }

  /** Takes one try back: it was not a wrong guess. */
  giveBack(key: string): void {
    const window = this.#windows.get(key);
    if (window && window.tries > 0) window.tries -= 1;
  }

  forget(key: string): void {
    this.#windows.delete(key);
  }

  #sweep(now: number): void {
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key);
  }
}

// Pages and route handlers are bundled apart and would count apart.
const shared = globalThis as typeof globalThis & { colloquyThrottles?: Map<string, Throttle> };

/** The one throttle of this name in the process, made on first use. */
export function sharedThrottle(name: string, limit: { max: number; windowMs: number }): Throttle {
  shared.colloquyThrottles ??= new Map();
  const known = shared.colloquyThrottles.get(name) ?? new Throttle(limit);
  shared.colloquyThrottles.set(name, known);
  return known;
}
