import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Connection, embeddedName, embeddedPaths } from "./embedded-connection.ts";
import { type Account, runAs } from "./postgres-account.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";

const initLimitMs = 120_000;

/**
 * Makes the data files and the password of a data directory's server, unless they are there.
 * They appear at once and complete: an interrupted attempt leaves nothing that looks finished.
 */
export async function createCluster(
  dataDirectory: string,
  binaries: PostgresBinaries,
  account: Account,
): Promise<void> {
  const { home } = embeddedPaths(dataDirectory);
  if (existsSync(home)) return;
  mkdirSync(dataDirectory, { recursive: true });
  const unfinished = mkdtempSync(path.join(dataDirectory, "postgres-unfinished-"));
  try {
    await initialise(unfinished, binaries, account);
    renameSync(unfinished, home);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another process was faster, and its files are as good
  }
}

/**
 * The port to listen on: the remembered one if it is free, else a new one, then remembered.
 */
export async function rememberPort(dataDirectory: string): Promise<number> {
  const file = embeddedPaths(dataDirectory).connection;
  const connection = Connection.parse(JSON.parse(readFileSync(file, "utf8")));
  if (await isFree(connection.port)) return connection.port;
  const port = await freePort();
  writeConnection(`${file}.new`, { ...connection, port });
  renameSync(`${file}.new`, file);
  return port;
}

async function initialise(home: string, binaries: PostgresBinaries, account: Account): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  const passwordFile = path.join(home, "password");
  const cluster = path.join(home, "cluster");
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(home, 0o755); // the account must pass through; what is private in here is so by itself
  if (account.owner) {
    for (const file of [cluster, passwordFile]) chownSync(file, account.owner.uid, account.owner.gid);
  }
  // Letter case and search must work in every language and alike on every machine: PostgreSQL's own C.UTF-8.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const access = [`--username=${embeddedName}`, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  await runAs(account, [binaries.initdb, "-D", cluster, ...access, ...locale], initLimitMs);
  rmSync(passwordFile);
  writeConnection(path.join(home, "connection.json"), { port: await freePort(), password });
}

function writeConnection(file: string, connection: Connection): void {
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) === port;
}

/** A port of this machine that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  return port;
}

/** Listens for a moment; answers the port, or undefined if it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : undefined));
    });
  });
}
