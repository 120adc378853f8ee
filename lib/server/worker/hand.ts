import { log } from "#lib/server/log.ts";
import { deliberate, leave } from "./deliberate.ts";
import { untilLessTrouble } from "./give-back.ts";
import { type Held, type Leaving, letGo } from "./held.ts";
import type { Life } from "./life.ts";

/** What one worker is deliberating on at this moment. */
export type Hand = {
  held: ReadonlyMap<string, Held>;
  /** Begins to work on what was claimed. */
  take(held: readonly Held[]): void;
  /** Runs of which enough wait for a permit here: more of them would only wait as well. */
  crowdedRuns(): string[];
  /** Whether some run has used up a good part of what was enough. */
  runsLow(): boolean;
  letAllGo(why: Leaving): void;
  /** Cuts calls in flight: they become attempts `lost`. */
  cutCalls(): void;
  /** Resolves once the hand is empty. */
  emptied(): Promise<void>;
};

/**
 * @param onChange called when something left the hand
 * @param onRunLeft called when that was the last of its run: perhaps the run is finished
 */
export function openHand(life: Life, onChange: () => void, onRunLeft: () => void): Hand {
  const held = new Map<string, Held>();
  let onEmpty: (() => void) | null = null;

  async function work(one: Held) {
    try {
      await deliberate(life, one);
    } catch (error) {
      await putAside(one, error);
    } finally {
      if (held.get(one.id) === one) held.delete(one.id);
      await settle(one);
      onChange();
      if (held.size === 0) onEmpty?.();
    }
  }

  async function putAside(one: Held, error: unknown) {
    if (life.signal.aborted) return;
    log.error({ err: error, deliberation: one.id }, "A deliberation could not go on");
    // What cannot even be left is found again with the next beats.
    await leave(life, one, untilLessTrouble).catch((error) =>
      log.warn({ err: error, deliberation: one.id }, "Kept a lease"),
    );
  }

  async function settle({ run, spent }: Held) {
    life.wallets.flush(run.id, spent);
    if (held.values().some((other) => other.run.id === run.id)) return;
    onRunLeft();
    await life.wallets.close(run.id).catch((error) => log.warn({ err: error, run: run.id }, "Kept a wallet"));
  }

  return {
    held,
    take(fresh) {
      for (const one of fresh) {
        const other = held.get(one.id);
        // The answer to an earlier claim came late: what was claimed since is the truth.
        if (other && other.fence > one.fence) continue;
        if (other) letGo(other, "lost");
        held.set(one.id, one);
        void work(one);
      }
    },
    crowdedRuns() {
      return [...countByRun(held.values())].filter(([, n]) => n.ready >= enough(n)).map(([runId]) => runId);
    },
    runsLow() {
      return countByRun(held.values())
        .values()
        .some((n) => n.ready < enough(n) * 0.75);
    },
    letAllGo(why) {
      for (const one of held.values()) letGo(one, why);
    },
    cutCalls() {
      for (const one of held.values()) one.cut.abort();
    },
    emptied() {
      if (held.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        onEmpty = resolve;
      });
    },
  };
}

type Counts = { ready: number; calling: number };

/** As many ready as half of those in calls, so that a call that ends is followed by another at once. */
function enough({ calling }: Counts): number {
  return Math.max(4, calling / 2);
}

function countByRun(all: Iterable<Held>): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { at, run } of all) {
    const found = counts.get(run.id) ?? { ready: 0, calling: 0 };
    if (at === "ready" || at === "calling") found[at] += 1;
    counts.set(run.id, found);
  }
  return counts;
}
