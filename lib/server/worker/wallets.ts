import type { Purse } from "./purse.ts";
import type { Clock } from "./world.ts";

/** Money put aside for one call. */
export type Reservation = {
  /** What the call cost, once its attempt is stored; null where no call was made or its attempt went nowhere. Told once. */
  settle(costMicros: number | null): void;
};

/** What a worker may spend. Amounts in micro-dollars. */
export type Wallets = {
  /** @returns what has no room for it: the run's cap or that of the month; `later` where calls under way may give some back */
  reserve(runId: string, micros: number): Promise<Reservation | "run" | "month" | "later">;
  /**
   * Takes over what a lost call was reserved by the dead: spent, as far as anyone knows.
   *
   * @param move has it moved here by the database. @returns how much that is; null if nothing came of it
   */
  inherit(runId: string, move: () => Promise<number | null>): Promise<number | null>;
  /** A lease ended: the database has taken what it spent out of the wallet. */
  flush(runId: string, micros: number): void;
  /** Gives back what is left of a run's wallet, unless something is reserved from it. */
  close(runId: string): Promise<void>;
};

/** A wallet is filled for so many calls at a time, so that the budget's row is not touched with every call. */
const callsAtATime = 16;
/** How long a call waits for others to give back what they did not use. */
const patienceMs = 2_000;

type Wallet = {
  /** Drawn from the budget and not yet accounted for in the database. */
  held: number;
  reserved: number;
  /** Spent under leases that have not ended. */
  spent: number;
  /** The last draw or return that was begun. */
  moving: Promise<unknown>;
  /** Those who wait for a call to end. */
  onSettled: Set<() => void>;
};

/**
 * Wallets of one worker.
 *
 * @param signal ends waits
 */
export function openWallets(purse: Purse, clock: Clock, signal: AbortSignal): Wallets {
  const wallets = new Map<string, Wallet>();

  function walletOf(runId: string): Wallet {
    const found = wallets.get(runId);
    if (found) return found;
    const fresh = {
      held: 0,
      reserved: 0,
      spent: 0,
      moving: Promise.resolve(),
      onSettled: new Set<() => void>(),
    };
    wallets.set(runId, fresh);
    return fresh;
  }

  /** Whatever moves money between a wallet and the database goes one by one. What fails keeps nobody after it. */
  function inTurn<T>(wallet: Wallet, move: () => Promise<T>): Promise<T> {
    const turn = wallet.moving.then(move);
    wallet.moving = turn.catch(() => {});
    return turn;
  }

  /** Of several calls that find the wallet empty, the first one fills it for all. @returns what had no room, if anything */
  function fill(runId: string, wallet: Wallet, micros: number): Promise<"run" | "month" | null> {
    return inTurn(wallet, async () => {
      const short = micros - left(wallet);
      if (short <= 0) return null;
      const drawn = await purse.draw(runId, short, Math.max(short, micros * callsAtATime));
      if (typeof drawn === "string") return drawn;
      wallet.held += drawn.micros;
      return null;
    });
  }

  function reserveFrom(wallet: Wallet, micros: number): Reservation {
    wallet.reserved += micros;
    let isOpen = true;
    return {
      settle(costMicros) {
        if (!isOpen) return;
        isOpen = false;
        wallet.reserved -= micros;
        wallet.spent += costMicros ?? 0;
        for (const wake of wallet.onSettled) wake();
      },
    };
  }

  /** Until a call under way ends, or the patience does. */
  async function settled(wallet: Wallet, ms: number): Promise<void> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    wallet.onSettled.add(wake);
    await clock.sleep(ms, AbortSignal.any([signal, woken.signal]));
    wallet.onSettled.delete(wake);
  }

  return {
    async reserve(runId, micros) {
      const wallet = walletOf(runId);
      const deadline = clock.now() + patienceMs;
      for (;;) {
        if (left(wallet) >= micros) return reserveFrom(wallet, micros);
        // Other calls may be faster at taking what was drawn: look again.
        const lacking = await fill(runId, wallet, micros);
        if (lacking === null) continue;
        if (wallet.reserved === 0) return lacking;
        const patience = deadline - clock.now();
        if (patience <= 0 || signal.aborted) return "later";
        await settled(wallet, patience);
      }
    },
    async inherit(runId, move) {
      const wallet = walletOf(runId);
      // What has just been moved here is not given back before it is known.
      return inTurn(wallet, async () => {
        const micros = await move();
        wallet.held += micros ?? 0;
        wallet.spent += micros ?? 0;
        return micros;
      });
    },
    flush(runId, micros) {
      const wallet = walletOf(runId);
      wallet.held -= micros;
      wallet.spent -= micros;
    },
    async close(runId) {
      const wallet = wallets.get(runId);
      if (!wallet) return;
      await inTurn(wallet, async () => {
        if (wallet.reserved > 0 || wallet.spent > 0) return;
        // First here: what is drawn from now on is not given back by mistake.
        wallet.held = 0;
        await purse.giveBack(runId);
      });
    },
  };
}

function left({ held, reserved, spent }: Wallet): number {
  return held - reserved - spent;
}
