import { persist } from "#lib/server/database/persist.ts";
import { log } from "#lib/server/log.ts";
import { deliberate } from "./deliberate.ts";
import { giveBack } from "./give-back.ts";
import { type Held, type Leaving, letGo } from "./held.ts";
import type { Life } from "./life.ts";

/** What one worker is deliberating on at this moment. */
export type Hand = {
  held: ReadonlyMap<string, Held>;
  /** Begins to work on what was claimed. */
  take(held: readonly Held[]): void;
  /** Runs of which so many wait for a permit here that more of them would only wait as well. */
  crowdedRuns(atLeast: number): string[];
  letAllGo(why: Leaving): void;
  /** Cuts calls in flight: they become attempts `lost`. */
  cutCalls(): void;
  /** Resolves once the hand is empty. */
  emptied(): Promise<void>;
};

/** How long something that failed for a reason nobody thought of is left alone. */
const troubleMs = 60_000;

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
      if (!life.signal.aborted) await putAside(one, error);
    } finally {
      held.delete(one.id);
      await settle(one);
      onChange();
      if (held.size === 0) onEmpty?.();
    }
  }

  /** A fault of ours must not stop everything else, and is not the deliberation's end. */
  async function putAside(one: Held, error: unknown) {
    log.error({ err: error, deliberation: one.id }, "A deliberation could not go on");
    const until = { kind: "ms", ms: troubleMs, because: "trouble" } as const;
    await persist(life.signal, () => giveBack(life.workerId, one, until)).catch(() => {});
  }

  async function settle({ run, spent }: Held) {
    if (run.hasCap) life.wallets.flush(run.id, spent);
    if (held.values().some((other) => other.run.id === run.id)) return;
    onRunLeft();
    await life.wallets.close(run.id).catch((error) => log.warn({ err: error, run: run.id }, "Kept a wallet"));
  }

  return {
    held,
    take(fresh) {
      for (const one of fresh) held.set(one.id, one);
      for (const one of fresh) void work(one);
    },
    crowdedRuns(atLeast) {
      const ready = new Map<string, number>();
      for (const { at, run } of held.values()) {
        if (at === "ready") ready.set(run.id, (ready.get(run.id) ?? 0) + 1);
      }
      return [...ready].filter(([, n]) => n >= atLeast).map(([runId]) => runId);
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
