import { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { AttemptView } from "#lib/domain/deliberation/view.ts";
import { pool } from "#lib/server/database/client.ts";

type Stored = Omit<AttemptView, "at" | "fault"> & { seq: number; fault: string | null; at: Date };

/** All calls of a deliberation in order, each with the turn it was made for. */
export async function attemptViews(deliberationId: string): Promise<(AttemptView & { seq: number })[]> {
  const { rows } = await pool.query<Stored>(
    `select a.seq, a.n, e.name as endpoint, v.model, a.fault, a.fault_detail as "faultDetail",
       a.finish_reason as "finishReason", a.retry_after_ms as "retryAfterMs", a.tokens_in as "tokensIn",
       a.tokens_cached as "tokensCached", a.tokens_out as "tokensOut", a.cost_micros::float8 as "costMicros",
       a.latency_ms as "latencyMs", a.raw, a.created_at as at
     from attempts a
     join endpoint_versions v on v.id = a.endpoint_version_id
     join endpoints e on e.id = v.endpoint_id
     where a.deliberation_id = $1 order by a.seq, a.n`,
    [deliberationId],
  );
  return rows.map((row) => ({
    ...row,
    fault: FaultCode.nullable().parse(row.fault),
    at: row.at.toISOString(),
  }));
}
