import { pool } from "#lib/server/database/client.ts";

/** What is held, as the database sees it. */
export type Lease = { id: string; fence: number; run: { id: string } };

/** Until when a deliberation is not looked at again. */
export type Until =
  | { kind: "now" }
  /** A wait whose end is known. `because` is what people read it waits for; null is only its turn. */
  | { kind: "ms"; ms: number; because: string | null }
  /** Until someone mended this endpoint, or its own deadline has come. */
  | { kind: "mended"; endpointId: string; deadlineMs: number };

/** After a fault of ours, which must not stop everything else and is not the deliberation's end. */
export const untilLessTrouble: Until = { kind: "ms", ms: 60_000, because: "trouble" };

/** Shown as what a deliberation waits for while its endpoint does not serve. */
const waitingForEndpoint = "endpoint_stopped";

// The run's row is locked, shared, before the deliberation's: a cancellation either comes after and finds the
// deliberation given back, or came before and is seen here. The same holds for an endpoint that is being started.
const text = `
  with run as materialized (
    select id, status from runs where id = $3 for share
  ), stopped as materialized (
    select id from endpoints where id = $7::uuid and state = 'stopped' for share
  )
  update deliberations d set worker_id = null, waiting_for = $5,
    ready_at = now() + case
      when $7::uuid is not null and not exists (select from stopped) then interval '1 s'
      else $6::float8 * interval '1 ms'
    end
  from run
  where d.id = $1 and d.fence = $2 and d.worker_id = $4 and d.outcome is null and run.status <> 'cancelled'`;

/**
 * Gives the lease back. What was used is added up by the database.
 *
 * @returns whether it is free again; false means that the lease is lost, or that the run was cancelled
 */
export async function giveBack(workerId: string, held: Lease, until: Until): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: "give back",
    text,
    values: [held.id, held.fence, held.run.id, workerId, ...valuesOf(until)],
  });
  return rowCount === 1;
}

function valuesOf(until: Until): [because: string | null, ms: number, endpointId: string | null] {
  switch (until.kind) {
    case "now":
      return [null, 0, null];
    case "ms":
      return [until.because, Math.max(0, until.ms), null];
    case "mended":
      return [waitingForEndpoint, Math.max(0, until.deadlineMs), until.endpointId];
  }
}
