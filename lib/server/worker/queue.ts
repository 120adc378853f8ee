import type { Pool, PoolClient } from "pg";
import { type Db, PgBoss } from "pg-boss";
import { pool } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";

const queue = "deliberations";

// What a crash of PostgreSQL loses of the queue is offered again at once, so none of it is worth a log.
const unlogged = `do $$ begin
  if exists (select from pg_class where oid = 'pgboss.job_common'::regclass and relpersistence = 'p') then
    alter table pgboss.job_common set unlogged;
  end if;
end $$`;

// Jobs come and go faster than autovacuum does, and whoever fetches reads past what is gone. Truncating would lock the table.
const clearAway = "vacuum (skip_locked, truncate false) pgboss.job_common";
/** After so many jobs were taken. */
const clearEvery = 256;

/** A job says: look at this deliberation. Its state is never read as truth; the lease decides who works on it. */
export type Job = { id: string; runId: string; priority: number };

/** How many workers decide among themselves who looks at what. */
export type Queue = {
  /** Offers deliberations to all workers; those that are on offer already stay as they are. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Takes up to `n` jobs off the queue, highest priority first, none of the runs named. */
  take(n: number, exceptRuns: readonly string[]): Promise<string[]>;
  /** Clears away what nobody took for a day. */
  tidy(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the queue that pg-boss keeps in a schema of its own, making it where it is missing. */
export async function openQueue(): Promise<Queue> {
  const boss = new PgBoss({
    db: over(pool),
    // Jobs are deleted as they are taken, so there is next to nothing to supervise, and nothing is scheduled.
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "The job queue reported an error"));
  await boss.start();
  await boss.createQueue(queue, { retryLimit: 0, retentionSeconds: 86_400, deleteAfterSeconds: 3_600 });
  await pool.query(unlogged);

  let gone = 0;

  async function take(n: number, exceptRuns: readonly string[]): Promise<string[]> {
    // Fetched and deleted as one: a worker that dies in between leaves the jobs where they were.
    return inTransaction(async (db) => {
      const jobs = await boss.fetch(queue, { batchSize: n, ignoreGroups: [...exceptRuns], db });
      const ids = jobs.map(({ id }) => id);
      if (ids.length > 0) await boss.deleteJob(queue, ids, { db });
      return ids;
    });
  }

  return {
    async send(jobs) {
      if (jobs.length === 0) return;
      const inserts = jobs.map(({ id, runId, priority }) => ({
        id,
        priority,
        group: { id: runId },
      }));
      await boss.insert(queue, inserts);
    },
    async take(n, exceptRuns) {
      const ids = await take(n, exceptRuns);
      gone += ids.length;
      if (gone >= clearEvery) {
        gone = 0;
        pool.query(clearAway).catch((error) => log.warn({ err: error }, "Could not clear the job queue"));
      }
      return ids;
    },
    async tidy() {
      await boss.supervise(queue);
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

function over(connection: Pool | PoolClient): Db {
  return { executeSql: (text, values) => connection.query(text, values) };
}

async function inTransaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let trouble: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(over(client));
    await client.query("commit");
    return result;
  } catch (error) {
    trouble = error as Error;
    throw error;
  } finally {
    // A connection on which something failed is thrown away, and its transaction with it.
    client.release(trouble);
  }
}
