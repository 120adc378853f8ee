import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";
import { forgetExposures } from "#lib/server/exposure/forget.ts";
import { log } from "#lib/server/log.ts";
import { beginLife } from "./begin-life.ts";
import { saidChannel, workChannel } from "./hints.ts";
import { listen } from "./listen.ts";
import { openQueue } from "./queue.ts";
import { loadRunAtHand, type RunAtHand } from "./runs-at-hand.ts";
import { forgetWorkers } from "./watch-over.ts";

/** A worker that runs in this process. */
export type Worker = {
  /**
   * Takes no more work, lets calls in flight end, and gives everything back.
   *
   * @param patienceMs for calls in flight; those that take longer are cut. All of it takes two seconds more at most
   */
  stop(patienceMs?: number): Promise<void>;
};

const defaultPatienceMs = 7_000;
/** Live pages hear of new turns at most so often. */
const saidEveryMs = 250;
/** Plans are kept for so many runs. */
const keptRuns = 100;
const forgetEveryMs = 3_600_000;

/**
 * Starts a worker: it deliberates on whatever is due, in any project, beside any number of others on this database.
 * Everything it knows is in the database, so it may be killed at any moment. Begins once the database answers.
 */
export async function startWorker(): Promise<Worker> {
  const queue = await persist(new AbortController().signal, openQueue);
  const runOf = rememberRuns();
  const say = coalesce(saidEveryMs, () => pool.query("select pg_notify($1, '')", [saidChannel]));
  let isStopping = false;

  /** A worker that was buried takes up a new life at once, unless it is leaving anyway. */
  async function begin() {
    return beginLife(queue, runOf, say, () => {
      if (isStopping) return;
      begin().then(
        (next) => {
          life = next;
        },
        (error) => log.error({ err: error }, "The worker could not begin anew"),
      );
    });
  }

  let life = await begin();
  const silence = listen(workChannel, () => life.wake());
  const forgetting = setInterval(() => {
    Promise.all([forgetWorkers(), forgetExposures(), queue.tidy()]).catch((error) =>
      log.warn({ err: error }, "Could not tidy up"),
    );
  }, forgetEveryMs);
  forgetting.unref();

  return {
    async stop(patienceMs = defaultPatienceMs) {
      isStopping = true;
      clearInterval(forgetting);
      await silence();
      await life.stop(patienceMs);
      await queue.close().catch(() => {});
    },
  };
}

/** Keeps the plans of runs that were last worked on. */
function rememberRuns(): (runId: string) => Promise<RunAtHand> {
  const known = new Map<string, Promise<RunAtHand>>();
  return (runId) => {
    const found = known.get(runId) ?? loadRunAtHand(runId);
    found.catch(() => known.delete(runId));
    known.delete(runId);
    known.set(runId, found);
    const [oldest] = known.keys();
    if (known.size > keptRuns && oldest) known.delete(oldest);
    return found;
  };
}

/** Does something soon, once for all who asked for it meanwhile. */
function coalesce(everyMs: number, run: () => Promise<unknown>): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      run().catch(() => {});
    }, everyMs).unref();
  };
}
