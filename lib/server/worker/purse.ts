import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";

/** What was drawn, or what had no room for it: the run's cap, or the project's cap for this month. */
export type Drawn = { micros: number } | "run" | "month";

/** Where a worker's wallets are filled from, and where they are emptied into. Amounts in micro-dollars. */
export type Purse = {
  /** Draws `most`, or where there is no room for it `least`. */
  draw(runId: string, least: number, most: number): Promise<Drawn>;
  /** Gives back all that is left in the run's wallet, once nothing of the run is held any more. */
  giveBack(runId: string): Promise<void>;
};

/** @param signal the life of this worker is over: the database is waited for no longer */
export function openPurse(workerId: string, signal: AbortSignal): Purse {
  return {
    async draw(runId, least, most) {
      const { rows } = await persist(signal, () =>
        pool.query<{ drawn: string; lacking: "run" | "month" | null }>({
          name: "draw",
          text: "select drawn, lacking from draw_wallet($1, $2, $3, $4)",
          values: [runId, workerId, least, most],
        }),
      );
      const { drawn, lacking } = rows[0] ?? { drawn: "0", lacking: "run" as const };
      return lacking ?? { micros: Number(drawn) };
    },
    async giveBack(runId) {
      await pool.query({
        name: "return wallet",
        // What was spent under a lease that has not ended in the database is not counted yet.
        text: `delete from run_wallets where run_id = $1 and worker_id = $2
          and not exists (select from deliberations where worker_id = $2 and run_id = $1 and outcome is null)`,
        values: [runId, workerId],
      });
    },
  };
}
