import { pool } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";
import { type Gate, openGate } from "./gate.ts";
import type { GateKeeper } from "./share.ts";

/** Asks for a worker's next share of an endpoint's limits; see `lease_endpoint` in the migrations. */
const lease = {
  name: "lease endpoint",
  text: `select slots, requests, first_ms as "firstMs", every_ms as "everyMs", tokens, is_stopped as "isStopped",
      closed_ms as "closedMs", at_ms as "atMs"
    from lease_endpoint($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

/** The limits of all endpoints, as far as one worker is concerned. */
export type Permits = {
  gate(endpointId: string): Gate;
  /** Gives everything back. */
  close(): Promise<void>;
};

/** @param onAdmitted called whenever a waiting call was let through */
export function openPermits(workerId: string, onAdmitted: () => void): Permits {
  const gates = new Map<string, Gate>();

  function keeperOf(endpointId: string): GateKeeper {
    return {
      async lease(report, leaseMs) {
        const { rows } = await pool.query({
          ...lease,
          values: [
            endpointId,
            workerId,
            report.inUse,
            report.wanted,
            report.needRequests,
            report.needTokens,
            report.firstTokens,
            report.backTokens,
            report.answered,
            report.pushedBack,
            report.failed,
            leaseMs,
          ],
        });
        return rows[0];
      },
      onAdmitted,
      onTrouble: (error) =>
        log.warn({ err: error, endpoint: endpointId }, "Could not lease an endpoint's limits"),
    };
  }

  return {
    gate(endpointId) {
      const found = gates.get(endpointId) ?? openGate(keeperOf(endpointId));
      gates.set(endpointId, found);
      return found;
    },
    async close() {
      await Promise.all([...gates.values()].map((gate) => gate.close()));
    },
  };
}
