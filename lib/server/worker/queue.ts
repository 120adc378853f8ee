import { PgBoss } from "pg-boss";
import { pool } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";

const queue = "deliberations";

/** A job says: look at this deliberation. Its state is never read as truth; the lease decides who works on it. */
export type Job = { id: string; runId: string; priority: number };

/** How many workers decide among themselves who looks at what. */
export type Queue = {
  /** Offers deliberations to all workers. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Takes up to `n` jobs off the queue, highest priority first, none of the runs named. */
  take(n: number, exceptRuns: readonly string[]): Promise<string[]>;
  /** Clears away what was taken and never deleted, because its worker died in between. */
  tidy(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the queue that pg-boss keeps in a schema of its own, making it where it is missing. */
export async function openQueue(): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    // Jobs are deleted as they are taken, so there is next to nothing to supervise, and nothing is scheduled.
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "The job queue reported an error"));
  await boss.start();
  await boss.createQueue(queue, { retryLimit: 0, retentionSeconds: 86_400, deleteAfterSeconds: 3_600 });

  return {
    async send(jobs) {
      if (jobs.length === 0) return;
      const inserts = jobs.map(({ id, runId, priority }) => ({
        data: { id },
        priority,
        group: { id: runId },
      }));
      await boss.insert(queue, inserts);
    },
    async take(n, exceptRuns) {
      const jobs = await boss.fetch<{ id: string }>(queue, { batchSize: n, ignoreGroups: [...exceptRuns] });
      const ids = jobs.map((job) => job.id);
      // Nobody waits for this: a job that was taken is not given to anyone else, deleted or not.
      if (ids.length > 0) boss.deleteJob(queue, ids).catch((error) => log.warn({ err: error }, "Kept a job"));
      return jobs.map((job) => job.data.id);
    },
    async tidy() {
      await boss.supervise(queue);
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}
