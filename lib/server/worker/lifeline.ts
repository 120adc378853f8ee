import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";
import { standingConnection } from "#lib/server/database/standing-connection.ts";

/** SQL: the number of the lock that the process of a worker holds. */
export const lifelineLock = (workerId: string) => `hashtextextended(${workerId}::text, 0)`;

/**
 * Holds a lock that PostgreSQL frees in the moment in which this process dies, so that others need not wait for its
 * silence. The worker's row says whether the lock means anything: not while the connection is lost, and never behind a
 * pooler, whose sessions outlive their clients and die without them.
 *
 * @param signal this life is over
 * @returns lets go of it
 */
export function holdLifeline(workerId: string, signal: AbortSignal): () => Promise<void> {
  return standingConnection({
    name: "colloquy lifeline",
    async begin(client) {
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      // A pooler names processes of its own.
      if (rows[0]?.pid !== (client as { processID?: number }).processID) return;
      await client.query(`select pg_advisory_lock(${lifelineLock("$1")})`, [workerId]);
      await client.query("update workers set locked_at = now() where id = $1", [workerId]);
    },
    async onLost() {
      // At once, before anyone looks twice.
      const loosen =
        "update workers set locked_at = null, beat_at = now() where id = $1 and stopped_at is null";
      await persist(signal, () => pool.query(loosen, [workerId])).catch(() => {});
    },
  });
}
