import { setTimeout as sleep } from "node:timers/promises";
import { Refused } from "#lib/domain/errors.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { persist } from "#lib/server/database/persist.ts";
import { appendLost } from "./append.ts";
import { openAppends } from "./appends.ts";
import { type Answer, ask, noAnswer } from "./ask.ts";
import { openClosings } from "./closings.ts";
import { isServing, stopForFault } from "./endpoint-state.ts";
import { giveBack } from "./give-back.ts";
import type { CastVersion } from "./runs-at-hand.ts";
import { type Opened, openTarget } from "./target.ts";
import type { Clock, Endpoints, Store } from "./world.ts";

export const realClock: Clock = {
  now: () => performance.now(),
  // The process need not stay for it.
  sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => {}),
};

/** @param signal the life of this worker is over: the database is waited for no longer */
export function openStore(workerId: string, signal: AbortSignal): Store {
  return {
    append: openAppends(signal),
    appendLost: (held, row, deadId) => persist(signal, () => appendLost(workerId, held, row, deadId)),
    close: openClosings(workerId, signal),
    giveBack: (held, until) => persist(signal, () => giveBack(workerId, held, until)),
  };
}

/** @param signal as for the store */
export function openEndpoints(signal: AbortSignal): Endpoints {
  /** Where a call goes, or what comes of it because it goes nowhere. */
  async function open(version: CastVersion): Promise<Opened | Answer> {
    try {
      const opened = await persist(signal, () => openTarget(version));
      return opened ?? noAnswer("bad_request", endpointStrings.faults.moved);
    } catch (error) {
      if (error instanceof Refused) return noAnswer("bad_key", error.message);
      throw error;
    }
  }

  return {
    async call(version, question, cut) {
      const opened = await open(version);
      if (!("target" in opened)) return { answer: opened, heed: async () => {} };
      const answer = await ask(opened.target, question, cut);
      const heed = () => persist(signal, () => stopForFault(version, opened.sealedKey, answer.fault));
      return { answer, heed };
    },
    isServing: (endpointId) => persist(signal, () => isServing(endpointId)),
  };
}
