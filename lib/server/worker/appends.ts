import { persist } from "#lib/server/database/persist.ts";
import { type Append, appendOne, appendTogether } from "./append.ts";

/** Turns can be long: no statement carries more of them. */
const most = 32;

type Waiting = Append & { resolve: (isStored: boolean) => void; reject: (error: unknown) => void };

/**
 * Stores what was said at once, and while a statement is under way gathers what comes for the next: the more there is to
 * do, the fewer statements it takes.
 *
 * @param signal the life of this worker is over: the database is waited for no longer
 */
export function openAppends(
  signal: AbortSignal,
): (held: Append["held"], row: Append["row"], said: Append["said"]) => Promise<boolean> {
  const gathering: Waiting[] = [];
  let isUnderWay = false;

  async function storeAll(): Promise<void> {
    isUnderWay = true;
    while (gathering.length > 0) await storeTogether(gathering.splice(0, most));
    isUnderWay = false;
  }

  /** What does not get through with the others goes alone, and keeps nobody waiting for what it finds out. */
  async function storeTogether(all: readonly Waiting[]): Promise<void> {
    const stored = await appendTogether(all).catch(() => new Set());
    for (const [at, one] of all.entries()) {
      if (stored.has(at)) one.resolve(true);
      else persist(signal, () => appendOne(one)).then(one.resolve, one.reject);
    }
  }

  return (held, row, said) =>
    new Promise((resolve, reject) => {
      gathering.push({ held, row, said, resolve, reject });
      if (!isUnderWay) void storeAll();
    });
}
