import { hostname } from "node:os";
import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { log } from "#lib/server/log.ts";
import { startDispatch } from "./dispatch.ts";
import { openHand } from "./hand.ts";
import { workChannel } from "./hints.ts";
import type { Life } from "./life.ts";
import { holdLifeline } from "./lifeline.ts";
import { openEndpoints, openStore, realClock } from "./open-world.ts";
import { openPermits } from "./permits.ts";
import { startPulse } from "./pulse.ts";
import { openPurse } from "./purse.ts";
import type { Queue } from "./queue.ts";
import type { RunAtHand } from "./runs-at-hand.ts";
import { settleTheDead } from "./take-over.ts";
import { openWallets } from "./wallets.ts";

/** A life under way. */
export type Living = {
  /** People may have done something. */
  wake(): void;
  /** Takes no more work, lets calls in flight end, cuts those that take longer than this, gives everything back. */
  stop(patienceMs: number): Promise<void>;
};

/** How much longer than calls in flight the database is waited for. */
const lastWordsMs = 1_500;

/**
 * Begins to work under a new id.
 *
 * @param onBuried this life ended because another worker took it for dead
 */
export async function beginLife(
  queue: Queue,
  runOf: (runId: string) => Promise<RunAtHand>,
  onSaid: () => void,
  onBuried: () => void,
): Promise<Living> {
  const workerId = uuid7();
  const over = new AbortController();
  const permits = openPermits(workerId, () => dispatcher.wakeForRoom());
  const life: Life = {
    workerId,
    signal: over.signal,
    clock: realClock,
    store: openStore(workerId, over.signal),
    endpoints: openEndpoints(over.signal),
    permits,
    wallets: openWallets(openPurse(workerId, over.signal), realClock, over.signal),
    onSaid,
  };
  await persist(over.signal, () => register(workerId));
  const letGoOfLifeline = holdLifeline(workerId, over.signal);
  const hand = openHand(
    life,
    () => dispatcher.wakeForRoom(),
    () => pulse.hurry(),
  );
  const dispatcher = startDispatch(life, queue, hand, runOf);
  const pulse = startPulse(life, hand, runOf, () => {
    log.warn({ worker: workerId }, "This worker was taken for dead and begins anew");
    ending ??= end("lost", 0);
    ending.then(onBuried);
  });

  let ending: Promise<void> | null = null;
  async function end(why: "lost" | "stopping", patienceMs: number) {
    const timers = [
      setTimeout(() => hand.cutCalls(), patienceMs),
      setTimeout(() => over.abort(), patienceMs + lastWordsMs),
    ];
    hand.letAllGo(why);
    await dispatcher.stop();
    // What it claimed in its last step.
    hand.letAllGo(why);
    await hand.emptied();
    await pulse.stop();
    await permits.close();
    await farewell(workerId).catch((error) => log.warn({ err: error }, "Left without a goodbye"));
    await letGoOfLifeline();
    for (const timer of timers) clearTimeout(timer);
    over.abort();
  }

  return {
    wake() {
      dispatcher.wake();
      pulse.hurry();
    },
    stop(patienceMs) {
      ending ??= end("stopping", patienceMs);
      return ending;
    },
  };
}

function register(workerId: string) {
  return pool.query("insert into workers (id, host, pid) values ($1, $2, $3) on conflict do nothing", [
    workerId,
    hostname(),
    process.pid,
  ]);
}

/** Who has gone holds nothing, neither deliberations nor money; others may look for what was given back. */
async function farewell(workerId: string): Promise<void> {
  await pool.query("update workers set stopped_at = now() where id = $1 and stopped_at is null", [workerId]);
  await settleTheDead();
  await pool.query("select pg_notify($1, '')", [workChannel]);
}
