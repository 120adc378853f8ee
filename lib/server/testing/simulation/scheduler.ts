import type { Clock } from "#lib/server/worker/world.ts";

/** Virtual time in milliseconds, and all chance there is. The same seed gives the same course of events. */
export type Scheduler = {
  now(): number;
  /** Runs something later; what is due at the same time runs in an order that the seed decides. */
  after(ms: number, run: () => void): void;
  /** In [0, 1). */
  random(): number;
  /** Whether something happens that happens so often. */
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Lets the next thing happen, and all that follows from it at once. @returns false when nothing is left */
  step(): Promise<boolean>;
};

type Event = { at: number; order: number; run: () => void };

export function openScheduler(seed: number): Scheduler {
  const events: Event[] = [];
  let time = 0;
  let state = seed;

  // Mulberry32.
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const isBefore = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);

  return {
    now: () => time,
    after(ms, run) {
      events.push({ at: time + Math.max(0, ms), order: random(), run });
    },
    random,
    chance: (probability) => random() < probability,
    between: (low, high) => low + random() * (high - low),
    pick<T>(from: readonly T[]): T {
      return from[Math.floor(random() * from.length)] as T;
    },
    async step() {
      let next = 0;
      for (let n = 1; n < events.length; n += 1) {
        if (isBefore(events[n] as Event, events[next] as Event)) next = n;
      }
      const [event] = events.splice(next, 1);
      if (!event) return false;
      time = event.at;
      event.run();
      // All promises that hang on it are settled before anything else happens.
      await new Promise(setImmediate);
      return true;
    },
  };
}

/** A process: it may be stopped for a while, and it may die, and then nothing reaches it any more. */
export type Process = {
  isAlive(): boolean;
  kill(): void;
  /** Stops it: what should reach it meanwhile reaches it afterwards. */
  freeze(ms: number): void;
  /** Runs something in it after so much time, if it lives then. */
  deliver(ms: number, run: () => void): void;
  clock: Clock;
};

export function openProcess(scheduler: Scheduler): Process {
  let isAlive = true;
  let frozenUntil = 0;

  function deliver(ms: number, run: () => void) {
    scheduler.after(ms, () => {
      if (!isAlive) return;
      if (frozenUntil > scheduler.now()) deliver(frozenUntil - scheduler.now(), run);
      else run();
    });
  }

  return {
    isAlive: () => isAlive,
    kill() {
      isAlive = false;
    },
    freeze(ms) {
      frozenUntil = scheduler.now() + ms;
    },
    deliver,
    clock: {
      now: scheduler.now,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve();
          signal.addEventListener("abort", () => resolve(), { once: true });
          deliver(ms, resolve);
        }),
    },
  };
}
