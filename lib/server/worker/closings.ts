import { isDatabaseAway, persist } from "#lib/server/database/persist.ts";
import { type Closing, closeTogether, closingOf } from "./close.ts";
import type { Store } from "./world.ts";

/** For how long what ends of one run is gathered, in milliseconds: under load a statement then closes several. */
const gatherMs = 50;
/** Chains of thought can be long: no statement carries more of them. */
const most = 32;

type Waiting = { closing: Closing; resolve: (isEnded: boolean) => void; reject: (error: unknown) => void };

/**
 * Ends what one worker holds, together with whatever else of the same run ends at about the same time.
 *
 * @param signal the life of this worker is over: the database is waited for no longer
 */
export function openClosings(workerId: string, signal: AbortSignal): Store["close"] {
  const gathering = new Map<string, Waiting[]>();

  async function closeAll(runId: string, all: readonly Waiting[]): Promise<void> {
    try {
      const closings = all.map(({ closing }) => closing);
      const ended = await persist(signal, () => closeTogether(workerId, runId, closings));
      for (const { closing, resolve } of all) resolve(ended.has(closing.id));
    } catch (error) {
      // One that cannot be stored keeps none of the others from their end.
      if (all.length > 1 && !isDatabaseAway(error)) for (const one of all) await closeAll(runId, [one]);
      else for (const { reject } of all) reject(error);
    }
  }

  return (held, end) =>
    new Promise((resolve, reject) => {
      const key = `${held.run.id} ${end.outcome === "cancelled"}`;
      const all = gathering.get(key) ?? [];
      const close = () => {
        if (gathering.get(key) !== all) return;
        gathering.delete(key);
        void closeAll(held.run.id, all);
      };
      if (all.length === 0) {
        gathering.set(key, all);
        setTimeout(close, gatherMs);
      }
      all.push({ closing: closingOf(held, end), resolve, reject });
      if (all.length === most) close();
    });
}
