import { openDatabase } from "#lib/server/database/open.ts";
import { log } from "#lib/server/log.ts";
import { startWorker } from "#lib/server/worker/worker.ts";

// A worker of its own: `npm run worker`. It needs the same DATABASE_URL and COLLOQUY_SECRET as the others, or the data
// directory of a product that runs on this machine. It waits where PostgreSQL is away, now as later.

const database = await openDatabase({ isAwaited: true });
const worker = await startWorker();
log.info({ pid: process.pid }, "Worker started");

/** A database that does not answer keeps nobody: what was not given back is taken over by others. */
const stopLimitMs = 9_500;

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    log.info({ signal }, "Worker stopping");
    await worker.stop();
    await database.close();
    process.exit(0);
  });
}
