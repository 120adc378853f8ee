import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";

/** Where a worker's wallets are filled from, and where they are emptied into. Amounts in micro-dollars. */
export type Purse = {
  /** Draws from the run's budget. @returns whether it had room for it */
  draw(runId: string, micros: number): Promise<boolean>;
  /** Gives back all that is left in the run's wallet. */
  giveBack(runId: string): Promise<void>;
  /** Moves what a lost call was reserved from the wallet of the dead, so that its lease is settled like any other. */
  inherit(runId: string, fromWorkerId: string, micros: number): Promise<void>;
};

const draw = {
  name: "draw",
  text: `
    with b as (
      update run_budgets set held_micros = held_micros + $3
      where run_id = $1 and held_micros + $3 <= coalesce(cap_micros, 9223372036854775807)
      returning run_id
    )
    insert into run_wallets as w (run_id, worker_id, held_micros) select run_id, $2, $3 from b
    on conflict (run_id, worker_id) do update set held_micros = w.held_micros + excluded.held_micros
    returning held_micros`,
};

const giveBack = {
  name: "return wallet",
  text: `
    with w as (delete from run_wallets where run_id = $1 and worker_id = $2 returning run_id, held_micros)
    update run_budgets b set held_micros = b.held_micros - w.held_micros from w where b.run_id = w.run_id`,
};

const inherit = {
  name: "inherit",
  text: `
    with taken as (
      update run_wallets set held_micros = held_micros - $4 where run_id = $1 and worker_id = $2 returning run_id
    )
    insert into run_wallets as w (run_id, worker_id, held_micros) select run_id, $3, $4 from taken
    on conflict (run_id, worker_id) do update set held_micros = w.held_micros + excluded.held_micros`,
};

/** @param signal the life of this worker is over: the database is waited for no longer */
export function openPurse(workerId: string, signal: AbortSignal): Purse {
  return {
    async draw(runId, micros) {
      const { rowCount } = await persist(signal, () =>
        pool.query({ ...draw, values: [runId, workerId, micros] }),
      );
      return rowCount === 1;
    },
    async giveBack(runId) {
      await pool.query({ ...giveBack, values: [runId, workerId] });
    },
    async inherit(runId, fromWorkerId, micros) {
      await pool.query({ ...inherit, values: [runId, fromWorkerId, workerId, micros] });
    },
  };
}
