import type { Fault, FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { Usage } from "#lib/domain/endpoint/cost.ts";
import { pool } from "#lib/server/database/client.ts";
import type { Held } from "./held.ts";

/** One LLM call as it is stored. */
export type AttemptRow = Usage & {
  seq: number;
  n: number;
  endpointVersionId: string;
  fault: FaultCode | null;
  detail: string | null;
  retryAfterMs: number | null;
  raw: string | null;
  finishReason: string | null;
  /** Null where there are none, which costs no byte. */
  warnings: readonly string[] | null;
  costMicros: number;
  latencyMs: number;
};

/** An accepted message as it is stored: `reply` is JSON as it came, and `raw` null where that is all that was said. */
export type TurnRow = {
  turn: Turn;
  reply: string;
  raw: string | null;
  requestHash: Buffer;
  model: string | null;
};

const mine = `mine as (
  select id from deliberations where id = $1 and fence = $2 and outcome is null for share
)`;

const attempt = (cost: string) => `attempt as (
  insert into attempts (deliberation_id, seq, n, endpoint_version_id, fault, fault_detail, retry_after_ms, raw,
    finish_reason, tokens_in, tokens_cached, tokens_out, cost_micros, latency_ms, warnings)
  select id, $3::smallint, $4::smallint, $5::uuid, $6::text, $7::text, $8::int, $9::text, $10::text, $11::int, $12::int,
    $13::int, ${cost}, $15::int, $16::text[] from mine
)`;

const turn = `turn as (
  insert into turns (deliberation_id, seq, stage, round, role, reply, raw, request_hash, model)
  select id, $3::smallint, $17::stage, $18::smallint, $19::text, $20::json, $21::text, $22::bytea, $23::text from mine
)`;

/** An orphan is taken once, and its call costs no more than the dead had reserved. */
const orphan = `mine as (
  select id, run_id from deliberations where id = $1 and fence = $2 and outcome is null and orphan_of = $17 for update
), freed as (
  update deliberations d set orphan_of = null from mine where d.id = mine.id
), taken as (
  update run_wallets w set held_micros = held_micros - $14::bigint from mine
  where w.run_id = mine.run_id and w.worker_id = $17 and w.held_micros >= $14::bigint returning w.run_id
), given as (
  insert into run_wallets as w (run_id, worker_id, held_micros) select run_id, $18::uuid, $14::bigint from taken
  on conflict (run_id, worker_id) do update set held_micros = w.held_micros + excluded.held_micros
)`;
const costOfLost = "case when exists (select from taken) then $14::bigint else 0 end";

// The fence is checked under a share lock: a take-over, which raises it, waits for the append or is seen by it. Without
// the lock a worker that lost its lease could still write while the new holder begins.
const statements = {
  attempt: { name: "append attempt", text: `with ${mine}, ${attempt("$14::bigint")} select from mine` },
  turn: { name: "append turn", text: `with ${mine}, ${turn}, ${attempt("$14::bigint")} select from mine` },
  lost: {
    name: "append lost",
    text: `with ${orphan}, ${attempt(costOfLost)} select ${costOfLost} as cost from mine`,
  },
  idle: {
    name: "free orphan",
    text: `update deliberations set orphan_of = null where id = $1 and fence = $2 and outcome is null
      returning 0 as cost`,
  },
};

/**
 * Stores a call, with the turn that it gave, in one statement and only under the current fence.
 *
 * Safe to repeat: if an earlier try was stored and only its answer was lost, the key of the attempt says so.
 *
 * @returns whether it is stored; false means that the lease is lost
 */
export async function append(held: Held, row: AttemptRow, said: TurnRow | null): Promise<boolean> {
  const values = valuesOf(held, row);
  if (said) {
    const { stage, round, role } = said.turn;
    values.push(stage, round, role, said.reply, said.raw, said.requestHash, said.model);
  }
  try {
    const { rowCount } = await pool.query({ ...(said ? statements.turn : statements.attempt), values });
    return rowCount === 1;
  } catch (error) {
    if ((error as { code?: string }).code === "23505") return true;
    throw error;
  }
}

/**
 * Stores the call that a dead worker may have been in, together with what was reserved for it: until then the wallet of
 * the dead is not settled.
 *
 * @param row null where there was no call
 * @returns what it was costed; null where the orphan is not this worker's to go on with, also after an earlier try was stored
 */
export async function appendLost(
  workerId: string,
  held: Held,
  row: AttemptRow | null,
  deadId: string,
): Promise<number | null> {
  const { rows } = await pool.query<{ cost: string }>(
    row
      ? { ...statements.lost, values: [...valuesOf(held, row), deadId, workerId] }
      : { ...statements.idle, values: [held.id, held.fence] },
  );
  return rows[0] ? Number(rows[0].cost) : null;
}

function valuesOf(held: Held, row: AttemptRow): unknown[] {
  return [
    held.id,
    held.fence,
    row.seq,
    row.n,
    row.endpointVersionId,
    row.fault,
    row.detail,
    row.retryAfterMs,
    row.raw,
    row.finishReason,
    row.tokensIn,
    row.tokensCached,
    row.tokensOut,
    row.costMicros,
    row.latencyMs,
    row.warnings,
  ];
}

/** The attempt as the engine reads it. */
export function faultOf(row: AttemptRow, code: FaultCode): Fault {
  const { seq, n, detail, raw, retryAfterMs, latencyMs } = row;
  return { seq, n, code, detail, raw, retryAfterMs, latencyMs };
}
