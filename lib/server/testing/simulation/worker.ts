import type { AttemptRow, TurnRow } from "#lib/server/worker/append.ts";
import { type Hand, openHand } from "#lib/server/worker/hand.ts";
import type { Held } from "#lib/server/worker/held.ts";
import type { Life } from "#lib/server/worker/life.ts";
import { type Claimed, recall } from "#lib/server/worker/recall.ts";
import type { RunAtHand } from "#lib/server/worker/runs-at-hand.ts";
import { adopted } from "#lib/server/worker/take-over.ts";
import { openWallets } from "#lib/server/worker/wallets.ts";
import { type Charge, heedPeople, straysIn } from "#lib/server/worker/watch-over.ts";
import type { Store } from "#lib/server/worker/world.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Memory, Row, Taken } from "./memory.ts";
import { openProcess, type Process, type Scheduler } from "./scheduler.ts";

/** The database as processes reach it: over connections that break when it goes away. */
export type Network = { isDown(): boolean; epoch: number };

/** What all workers of one simulation share. */
export type Stage = {
  scheduler: Scheduler;
  memory: Memory;
  network: Network;
  endpoint: Endpoint;
  run: RunAtHand;
  newWorkerId(): string;
  /** Told of every turn whose storing a worker was told of: the ledger that the store cannot make up. */
  onAcknowledged(held: Held, said: TurnRow): void;
};

const beatMs = 1_000;
const takenAtATime = 2;

class ConnectionLost extends Error {}

/** Starts a worker in a process of its own: the real loop, hand and wallets in a world of this simulation. */
export function startWorker(stage: Stage): Process {
  const process = openProcess(stage.scheduler);
  void live(stage, process);
  return process;
}

/** One life after the other, as each time another worker takes it for dead. */
async function live(stage: Stage, process: Process): Promise<void> {
  const { memory, scheduler, endpoint } = stage;
  const workerId = stage.newWorkerId();
  const over = new AbortController();
  const request = <T>(work: () => T) => once(stage, process, work);
  const persistently = <T>(work: () => T) => persist(stage, process, work);
  const purse = {
    draw: (_: string, least: number, most: number) => persistently(() => memory.draw(workerId, least, most)),
    giveBack: () => request(() => memory.giveBackWallet(workerId)),
  };
  const life: Life = {
    workerId,
    signal: over.signal,
    clock: process.clock,
    store: storeOf(stage, workerId, persistently),
    endpoints: endpoint.seenFrom(process),
    permits: { gate: () => endpoint.gate(process) },
    wallets: openWallets(purse, process.clock, over.signal),
    onSaid() {},
  };
  const hand = openHand(
    life,
    () => {},
    () => {},
  );
  await persistently(() => {
    memory.workers.set(workerId, {
      beatAt: scheduler.now(),
      isStopped: false,
      isUnlocked: () => !process.isAlive(),
    });
  });

  const adopt = async (taken: readonly Taken[]) =>
    hand.take(
      await adopted(
        life,
        taken.map(({ claimed, deadId }) => ({ held: factsOf(stage, claimed), deadId })),
      ),
    );
  let looked: readonly Charge[] = [];
  async function tick() {
    if (!(await request(() => memory.beat(workerId)))) return false;
    const asked = [...hand.held.values()];
    const charges = await request(() => memory.chargesOf(workerId));
    heedPeople(charges, asked, hand.held);
    for (const stray of straysIn(charges, looked, hand.held)) {
      await adopt(await request(() => memory.claimStray(workerId, stray)));
    }
    looked = charges;
    await request(() => memory.buryTheDead(workerId));
    await adopt(await request(() => memory.claimFromDead(workerId)));
    await request(() => memory.settleTheDead());
    const fresh = await request(() => memory.claim(workerId, takenAtATime));
    hand.take(fresh.map((claimed) => factsOf(stage, claimed)));
    return true;
  }

  for (;;) {
    const isTaken = await tick().catch(ignoreLostConnection);
    if (isTaken === false) break;
    await process.clock.sleep(beatMs, over.signal);
  }
  await bury(hand, over);
  return live(stage, process);
}

/** A worker that was taken for dead drops everything. */
async function bury(hand: Hand, over: AbortController): Promise<void> {
  hand.letAllGo("lost");
  over.abort();
  await hand.emptied();
}

function ignoreLostConnection(error: unknown): true {
  if (error instanceof ConnectionLost) return true;
  throw error;
}

function factsOf({ memory, run, scheduler }: Stage, claimed: Claimed): Held {
  const now = scheduler.now();
  const { turns, attempts } = memory.rows.get(claimed.id) as Row;
  return recall(
    claimed,
    run,
    turns.map(({ turn }) => turn),
    attempts
      .map(({ at, tokensIn, tokensOut, ...attempt }) => ({
        ...attempt,
        tokens: (tokensIn ?? 0) + (tokensOut ?? 0),
        ago: now - at,
      }))
      .sort((a, b) => a.seq - b.seq || a.n - b.n),
    now,
  );
}

function storeOf(
  { memory, onAcknowledged }: Stage,
  workerId: string,
  persistently: <T>(work: () => T) => Promise<T>,
): Store {
  return {
    async append(held: Held, row: AttemptRow, said: TurnRow | null) {
      const isStored = await persistently(() => memory.append(held.id, held.fence, row, said));
      if (isStored && said) onAcknowledged(held, said);
      return isStored;
    },
    appendLost: (held, row, deadId) =>
      persistently(() => memory.appendLost(workerId, held.id, held.fence, row, deadId)),
    close: (held, end) => persistently(() => memory.close(workerId, held.id, held.fence, end)),
    giveBack: (held, until) => persistently(() => memory.giveBack(workerId, held.id, held.fence, until)),
  };
}

/** A question to the database. It may be answered, or fail with the connection, done or not done. */
function once<T>({ scheduler, network }: Stage, process: Process, work: () => T): Promise<T> {
  const { epoch } = network;
  return new Promise((resolve, reject) => {
    scheduler.after(scheduler.between(0, 3), () => {
      const isReached = !network.isDown() && network.epoch === epoch;
      const result = isReached ? work() : null;
      process.deliver(scheduler.between(0, 3), () => {
        if (isReached && network.epoch === epoch) resolve(result as T);
        else reject(new ConnectionLost());
      });
    });
  });
}

/** The same question again until it is answered. */
async function persist<T>(stage: Stage, process: Process, work: () => T): Promise<T> {
  for (;;) {
    try {
      return await once(stage, process, work);
    } catch {
      await process.clock.sleep(100, new AbortController().signal);
    }
  }
}
