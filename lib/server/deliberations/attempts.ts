import { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { AttemptView } from "#lib/domain/deliberation/view.ts";
import { pool } from "#lib/server/database/client.ts";

/** A call with the turn it was made for and the endpoint version that it went to. */
export type PlacedAttempt = { seq: number; endpointVersionId: string; view: AttemptView };

type Stored = Omit<AttemptView, "at" | "fault"> &
  Omit<PlacedAttempt, "view"> & { fault: string | null; at: Date };

/** All calls of a deliberation in order. */
export async function attemptViews(deliberationId: string): Promise<PlacedAttempt[]> {
  const { rows } = await pool.query<Stored>(
    `select a.seq, a.endpoint_version_id as "endpointVersionId", a.n, e.name as endpoint, v.model, a.fault, a.fault_detail as "faultDetail",
       a.finish_reason as "finishReason",
       coalesce(a.warnings, '{}') as warnings, a.retry_after_ms as "retryAfterMs", a.tokens_in as "tokensIn",
       a.tokens_cached as "tokensCached", a.tokens_out as "tokensOut", a.cost_micros::float8 as "costMicros",
       a.latency_ms as "latencyMs", a.raw, a.created_at as at
     from attempts a
     join endpoint_versions v on v.id = a.endpoint_version_id
     join endpoints e on e.id = v.endpoint_id
     where a.deliberation_id = $1 order by a.seq, a.n`,
    [deliberationId],
  );
  return rows.map(({ seq, endpointVersionId, fault, at, ...call }) => ({
    seq,
    endpointVersionId,
    view: { ...call, fault: FaultCode.nullable().parse(fault), at: at.toISOString() },
  }));
}
