import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#lib/server/log.ts";

/**
 * What is said while the database goes away, is away or comes back: by PostgreSQL (class 08 is a broken connection), by
 * the system of a socket, and by Prisma of either.
 */
const awayCodes = new Set([
  ...["57P01", "57P02", "57P03", "53300", "25006"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028"],
]);
/** What `pg` says when a connection ends under a query, or none can be had in time; and PostgreSQL's codes in Prisma's words. */
const awayWords =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|connection error|after calling end|Code: `(?:57P0[123]|53300|08\w{3})`/i;

/** Whether a query failed because the database was not there, not because of what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string" && (awayCodes.has(code) || /^08...$/.test(code))) return true;
  if (awayWords.test(error.message)) return true;
  return (error instanceof AggregateError && error.errors.some(isDatabaseAway)) || isDatabaseAway(cause);
}

/** Two transactions waited for each other, and this one was chosen to give way. */
const gaveWay = new Set(["40001", "40P01"]);

function mayWorkLater(error: unknown): boolean {
  return isDatabaseAway(error) || gaveWay.has((error as { code?: string } | null)?.code ?? "");
}

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Runs work on the database, and again while the database is away: what was heard from an endpoint is not thrown away
 * because of a restart. The work must be safe to repeat, since it may have been done before its answer was lost.
 *
 * @param signal gives up
 * @throws whatever the work throws for other reasons; the last error once the signal has fired
 */
export async function persist<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!mayWorkLater(error) || signal.aborted) throw error;
      if (pauseMs === firstPauseMs) log.warn({ err: error }, "The database did not answer; trying again");
      // An aborted pause only means one last try.
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}
