import { readFileSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "#lib/server/log.ts";
import { createCluster, rememberPort } from "./embedded-cluster.ts";
import { embeddedName, embeddedPaths, embeddedUrl } from "./embedded-connection.ts";
import { type Account, chooseAccount, giveTo, runAs } from "./postgres-account.ts";
import { findPostgres, type PostgresBinaries } from "./postgres-binaries.ts";
import { isPostmasterOf } from "./postmaster.ts";

/** A use of the embedded server. It runs as long as any process uses it. */
export type Embedded = {
  /** URL of the product's database at this moment. */
  url(): string;
  /** Ends this use; the last one to leave stops the server. */
  stop(): Promise<void>;
};

const startLimitMs = 60_000;
const stopLimitSeconds = 3;
const pauseMs = 200;
const logLimitBytes = 8_000_000;

// Held shared by every process that uses the server, on a connection of its own: a killed process lets go by itself.
const useLock = 7_302_114;

const running = ["-c listen_addresses=127.0.0.1", "-c unix_socket_directories=''", "-c log_checkpoints=off"];

/**
 * Starts the data directory's own PostgreSQL, making it first where there is none, or joins the one that runs.
 * While in use it is started again whenever it dies.
 *
 * @param dataDirectory absolute path; several processes may call this for the same one
 * @param settings further `name=value` settings of the server
 * @throws Error with the end of the server's log, if it does not start within a minute
 */
export async function startEmbedded(
  dataDirectory: string,
  settings: readonly string[] = [],
): Promise<Embedded> {
  const paths = embeddedPaths(dataDirectory);
  const binaries = findPostgres();
  const account = chooseAccount(binaries.postgres, dataDirectory);
  const flags = [...running, ...settings.map((setting) => `-c ${setting}`)];
  const join = () => joinOrLaunch({ dataDirectory, binaries, account, flags });

  await createCluster(dataDirectory, binaries, account);
  let use = await join();
  let isStopping = false;
  let recovery = Promise.resolve();
  watch();

  function watch() {
    use.once("end", () => {
      if (!isStopping) recovery = recover();
    });
  }

  async function recover() {
    while (!isStopping) {
      log.warn("The embedded PostgreSQL went away; starting it again");
      try {
        use = await join();
        return watch();
      } catch (error) {
        log.error({ err: error }, "The embedded PostgreSQL did not come back");
      }
    }
  }

  return {
    url: () => embeddedUrl(dataDirectory) ?? "",
    async stop() {
      isStopping = true;
      await recovery;
      if (await isLastUse(use)) await stopServer(binaries, account, paths.cluster);
      await use.end().catch(() => {});
    },
  };
}

type Server = {
  dataDirectory: string;
  binaries: PostgresBinaries;
  account: Account;
  flags: readonly string[];
};

async function joinOrLaunch(server: Server): Promise<pg.Client> {
  const paths = embeddedPaths(server.dataDirectory);
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const use = await joinRunning(server.dataDirectory);
    if (use) return use;
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start.\n${lastLines(paths.log)}`);
    // Fails where another process is starting it at this moment, or the last one or its children are still leaving.
    await launch(server).catch(() => sleep(pauseMs));
  }
}

async function launch({ dataDirectory, binaries, account, flags }: Server): Promise<void> {
  const paths = embeddedPaths(dataDirectory);
  const isThere = isPostmasterOf(paths.cluster);
  // Its port is taken by itself, and is not to be given up for that: who knows the server by it would not find it again.
  if (isThere) throw new Error("PostgreSQL is on its way up or down.");
  if (isThere === false) rmSync(paths.pid, { force: true });
  if (sizeOf(paths.log) > logLimitBytes) rmSync(paths.log);
  giveTo(account, paths.cluster);
  const port = await rememberPort(dataDirectory);
  const options = [`-p ${port}`, ...flags].join(" ");
  const start = ["-D", paths.cluster, "-w", "-t", "30", "-l", paths.log, "-o", options, "start"];
  await runAs(account, [binaries.pgCtl, ...start], startLimitMs);
}

async function stopServer(binaries: PostgresBinaries, account: Account, cluster: string): Promise<void> {
  const stop = (mode: string) =>
    runAs(
      account,
      [binaries.pgCtl, "-D", cluster, "-m", mode, "-w", "-t", `${stopLimitSeconds}`, "stop"],
      30_000,
    );
  await stop("fast")
    .catch(() => stop("immediate"))
    .catch((error) => {
      // Killed in this moment, it needs no stopping.
      if (isPostmasterOf(cluster)) throw error;
    });
}

/** Connects and takes part in the lock of users; undefined if nothing of ours listens. */
async function joinRunning(dataDirectory: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: embeddedUrl(dataDirectory, "postgres"),
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    application_name: "colloquy use",
  });
  client.on("error", () => {}); // followed by "end", which is what counts
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [useLock]);
    const found = await client.query("select from pg_database where datname = $1", [embeddedName]);
    if (found.rowCount === 0) await createDatabase(client);
    return client;
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  try {
    await client.query(`create database ${embeddedName}`);
  } catch (error) {
    const isThereByNow =
      error instanceof pg.DatabaseError && (error.code === "42P04" || error.code === "23505");
    if (!isThereByNow) throw error;
  }
}

async function isLastUse(use: pg.Client): Promise<boolean> {
  try {
    await use.query("select pg_advisory_unlock_shared($1)", [useLock]);
    const { rows } = await use.query("select pg_try_advisory_lock($1) as last", [useLock]);
    return rows[0].last;
  } catch {
    return true; // it is down or going down: nothing to keep up
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function lastLines(file: string): string {
  return sizeOf(file) > 0 ? readFileSync(file, "utf8").split("\n").slice(-12).join("\n") : "It wrote no log.";
}
