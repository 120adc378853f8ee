import { log } from "#lib/server/log.ts";
import { takeUpWords } from "#lib/server/records/take-up-words.ts";
import { buryTheDead } from "./bury.ts";
import { claimStrays } from "./claim.ts";
import type { Hand } from "./hand.ts";
import { letGo } from "./held.ts";
import type { Life } from "./life.ts";
import { deadAfterMs } from "./living.ts";
import type { RunAtHand } from "./runs-at-hand.ts";
import { adopted, settleTheDead, takeOver } from "./take-over.ts";
import { beat, type Charge, chargesOf, finishRuns, heedPeople, straysIn } from "./watch-over.ts";

const beatMs = 1_000;
/** How many orphans are taken over at a time. */
const takenOverAtATime = 64;
/** Of how many records words are taken up at a time, while there is nothing else to do. */
const wordsAtATime = 16;
/** Hands that are empty for less are between two pieces of work. */
const idleAfterMs = 2_000;

/** What a worker does once a second, whatever else it does. */
export type Pulse = {
  /** Beats at once: someone may have paused or cancelled something. */
  hurry(): void;
  stop(): Promise<void>;
};

/**
 * Says every second that this worker lives, heeds what people did to runs, and looks after workers that are silent.
 *
 * @param onBuried this worker was silent itself for so long that another one took it for dead
 */
export function startPulse(
  life: Life,
  hand: Hand,
  runOf: (runId: string) => Promise<RunAtHand>,
  onBuried: () => void,
): Pulse {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let ticking: Promise<void> | null = null;
  let hurried = false;
  /** What was found in the hands of this worker a while ago. */
  let looked = { at: Number.NEGATIVE_INFINITY, charges: [] as readonly Charge[] };
  // After a database that was away nobody is dead before they could beat again.
  let missed = Number.NEGATIVE_INFINITY;
  /** When something was last seen in hand. */
  let busy = performance.now();

  async function tick() {
    try {
      if (!(await beat(life.workerId))) {
        isStopped = true;
        return onBuried();
      }
      const asked = [...hand.held.values()];
      const found = await chargesOf(life.workerId);
      heedPeople(found, asked, hand.held);
      if (performance.now() - looked.at >= beatMs) {
        const strays = straysIn(found, looked.charges, hand.held);
        hand.take(await adopted(life, await claimStrays(life, strays, runOf)));
        looked = { at: performance.now(), charges: found };
      }
      if (performance.now() - missed > deadAfterMs + beatMs) await buryTheDead(life.workerId);
      const orphans = isStopped ? [] : await takeOver(life, takenOverAtATime, runOf);
      for (const one of orphans) {
        // More than is enough here is for whoever has room.
        if (hand.crowdedRuns().includes(one.run.id)) letGo(one, "stopping");
        hand.take([one]);
      }
      // There may be more of them.
      hurried ||= orphans.length === takenOverAtATime;
      await settleTheDead();
      await finishRuns();
      if (hand.held.size > 0) busy = performance.now();
      if (performance.now() - busy >= idleAfterMs && !isStopped)
        hurried ||= (await takeUpWords(wordsAtATime)) === wordsAtATime;
    } catch (error) {
      missed = performance.now();
      log.warn({ err: error }, "A beat was missed");
    }
  }

  function run() {
    if (timer) clearTimeout(timer);
    const begun = performance.now();
    ticking = tick().finally(() => {
      ticking = null;
      if (isStopped) return;
      const pause = hurried ? 0 : Math.max(0, begun + beatMs - performance.now());
      hurried = false;
      timer = setTimeout(run, pause);
    });
  }

  run();
  return {
    hurry() {
      if (ticking) hurried = true;
      else if (!isStopped) run();
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await ticking;
    },
  };
}
