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

/** A call of a deliberation that is held, with the turn that it gave. */
export type Append = { held: Pick<Held, "id" | "fence">; row: AttemptRow; said: TurnRow | null };

const called = `called as materialized (
  select * from json_to_recordset($1::json) as c(at int, id uuid, fence int, seq smallint, n smallint,
    "endpointVersionId" uuid, fault text, detail text, "retryAfterMs" int, raw text, "finishReason" text, "tokensIn" int,
    "tokensCached" int, "tokensOut" int, "costMicros" bigint, "latencyMs" int, warnings text[], stage stage, round smallint,
    role text, reply text, text text, "requestHash" bytea, model text)
)`;

// One by one along the key, whatever the planner thinks of how many there are.
const mine = (lock: string) => `mine as materialized (
  select called.* from called cross join lateral (
    select from deliberations d where d.id = called.id and d.fence = called.fence and d.outcome is null ${lock}
  ) d
)`;

const attempt = (cost: string) => `attempt as (
  insert into attempts (deliberation_id, seq, n, endpoint_version_id, fault, fault_detail, retry_after_ms, raw,
    finish_reason, tokens_in, tokens_cached, tokens_out, cost_micros, latency_ms, warnings)
  select id, seq, n, "endpointVersionId", fault, detail, "retryAfterMs", raw, "finishReason", "tokensIn", "tokensCached",
    "tokensOut", ${cost}, "latencyMs", warnings from mine
)`;

const turn = `turn as (
  insert into turns (deliberation_id, seq, stage, round, role, reply, raw, request_hash, model)
  select id, seq, stage, round, role, reply::json, text, "requestHash", model from mine where stage is not null
)`;

/** An orphan is taken once, and its call costs no more than the dead had reserved. */
const orphan = `mine as (
  select called.*, d.run_id from called join deliberations d using (id)
  where d.fence = called.fence and d.outcome is null and d.orphan_of = $2 for update of d
), freed as (
  update deliberations d set orphan_of = null from mine where d.id = mine.id
), taken as (
  update run_wallets w set held_micros = held_micros - mine."costMicros" from mine
  where w.run_id = mine.run_id and w.worker_id = $2 and w.held_micros >= mine."costMicros" returning mine.*
), given as (
  insert into run_wallets as w (run_id, worker_id, held_micros) select run_id, $3::uuid, "costMicros" from taken
  on conflict (run_id, worker_id) do update set held_micros = w.held_micros + excluded.held_micros
)`;
const costOfLost = 'case when exists (select from taken) then "costMicros" else 0 end';

// The fence is checked under a share lock: a take-over, which raises it, waits for the append or is seen by it. Without
// the lock a worker that lost its lease could still write while the new holder begins.
const append = (lock: string) =>
  `with ${called}, ${mine(lock)}, ${turn}, ${attempt('"costMicros"')} select at from mine`;

const statements = {
  one: { name: "append", text: append("for share") },
  together: { name: "append together", text: append("for share skip locked") },
  lost: {
    name: "append lost",
    text: `with ${called}, ${orphan}, ${attempt(costOfLost)} select ${costOfLost} as cost from mine`,
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
export async function appendOne(one: Append): Promise<boolean> {
  try {
    const { rowCount } = await pool.query({ ...statements.one, values: [payloadOf([one])] });
    return rowCount === 1;
  } catch (error) {
    if ((error as { code?: string }).code === "23505") return true;
    throw error;
  }
}

/**
 * Stores calls of many deliberations in one statement, which waits for nobody: what somebody else has locked is left out,
 * like what is not held any more. All or, where one of them cannot be stored, none.
 *
 * @returns the places of those that are stored
 */
export async function appendTogether(all: readonly Append[]): Promise<ReadonlySet<number>> {
  const { rows } = await pool.query<{ at: number }>({ ...statements.together, values: [payloadOf(all)] });
  return new Set(rows.map(({ at }) => at));
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
      ? { ...statements.lost, values: [payloadOf([{ held, row, said: null }]), deadId, workerId] }
      : { ...statements.idle, values: [held.id, held.fence] },
  );
  return rows[0] ? Number(rows[0].cost) : null;
}

function payloadOf(all: readonly Append[]): string {
  return JSON.stringify(
    all.map(({ held: { id, fence }, row, said }, at) => ({
      at,
      id,
      fence,
      ...row,
      ...(said && turnOf(said)),
    })),
  );
}

function turnOf({ turn: { stage, round, role }, reply, raw, requestHash, model }: TurnRow) {
  return { stage, round, role, reply, text: raw, requestHash: `\\x${requestHash.toString("hex")}`, model };
}

/** The attempt as the engine reads it. */
export function faultOf(row: AttemptRow, code: FaultCode): Fault {
  const { seq, n, detail, raw, retryAfterMs, latencyMs } = row;
  return { seq, n, code, detail, raw, retryAfterMs, latencyMs };
}
