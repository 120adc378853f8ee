import { isDatabaseAway } from "#lib/server/database/persist.ts";
import { log } from "#lib/server/log.ts";
import { claim } from "./claim.ts";
import { pickDue } from "./feed.ts";
import type { Hand } from "./hand.ts";
import type { Life } from "./life.ts";
import type { Queue } from "./queue.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

/** More deliberations than any sensible limits let through at once. */
const capacity = 256;
/** Taken off the queue at a time: what is taken before it shows whether there is room for it. */
const batch = 16;
/** How often to look without being told to, and how often past runs that have enough. */
const idleMs = 1_000;
const pastOthersMs = 100;

/** Fetches work for one worker, as long as it has room. */
export type Dispatcher = {
  /** There may be new work. */
  wake(): void;
  /** Something in the hand went on or left it: there may be room for more. */
  wakeForRoom(): void;
  stop(): Promise<void>;
};

/**
 * The loop that decides what this worker looks at next. Jobs only say where to look: whether there is anything to do, and
 * whose it is, is decided by the claim.
 */
export function startDispatch(
  life: Life,
  queue: Queue,
  hand: Hand,
  runOf: (runId: string) => Promise<RunAtHand>,
): Dispatcher {
  let isStopping = false;
  let isAwake = false;
  let wakeUp: (() => void) | null = null;
  /** Whether the last look was kept from finding more by what is in hand. */
  let isLimited = false;
  let lookedPastOthers = Number.NEGATIVE_INFINITY;

  function wake() {
    isAwake = true;
    wakeUp?.();
  }

  async function sleepUntilWoken() {
    if (isAwake) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wakeUp = null;
  }

  /** @returns whether it is worth looking again at once */
  async function look(): Promise<boolean> {
    const room = Math.min(batch, capacity - hand.held.size);
    const crowded = hand.crowdedRuns();
    isLimited = room <= 0 || crowded.length > 0;
    if (room <= 0 || !mayLookPast(crowded)) return false;
    const ids = await queue.take(room, crowded);
    if (ids.length > 0) hand.take(await claim(life, ids, runOf));
    if (ids.length === room) return true;
    const due = await pickDue(crowded);
    await queue.send(due);
    return due.length > 0;
  }

  /** Where one run has enough in hand there is seldom another one: it is not asked for each time. */
  function mayLookPast(crowded: readonly string[]): boolean {
    if (crowded.length === 0) return true;
    if (performance.now() - lookedPastOthers < pastOthersMs) return false;
    lookedPastOthers = performance.now();
    return true;
  }

  async function run() {
    while (!isStopping) {
      isAwake = false;
      try {
        if (await look()) continue;
      } catch (error) {
        // The next look is a second away; what was taken and not claimed is offered again.
        log.warn({ err: error }, isDatabaseAway(error) ? "The database is away" : "Could not fetch work");
        isAwake = false;
      }
      if (!isStopping) await sleepUntilWoken();
    }
  }

  const done = run();
  return {
    wake,
    wakeForRoom() {
      if (isLimited && hand.held.size < capacity && (hand.held.size === 0 || hand.runsLow())) wake();
    },
    async stop() {
      isStopping = true;
      wake();
      await done;
    },
  };
}
