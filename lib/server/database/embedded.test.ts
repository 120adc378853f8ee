import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { embeddedPaths, embeddedUrl } from "./embedded-connection.ts";

let dataDirectory: string;
let started: { stop(): Promise<void> }[];

beforeEach(() => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), "colloquy-embedded-"));
  started = [];
});

afterEach(async () => {
  for (const use of started) await use.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

test("knows letters of every language", async () => {
  const { url } = await start();
  expect(await ask(url(), "select lower('ÄÖÉСТРОКА')")).toBe("äöéстрока");
});

test("keeps its password to the owner of the data directory", async () => {
  await start();
  expect(statSync(embeddedPaths(dataDirectory).connection).mode & 0o777).toBe(0o600);
  const withoutPassword = new URL(embeddedUrl(dataDirectory) ?? "");
  withoutPassword.password = "guess";
  await expect(ask(withoutPassword.href, "select 1")).rejects.toThrow("password authentication failed");
});

test("comes back with its data after a kill -9, while in use", async () => {
  const { url } = await start();
  await ask(url(), "create table kept as select 1 as n");
  const killed = kill();

  await expect
    .poll(() => ask(url(), "select n from kept").catch(() => undefined), { timeout: 30_000 })
    .toBe(1);
  expect(pid()).not.toBe(killed);
});

test("comes back on its port, also while the server before it takes its time to go", async () => {
  const { url } = await start();
  const before = url();
  const slow = new pg.Client({ connectionString: before });
  slow.on("error", () => {});
  await slow.connect();
  const { rows } = await slow.query<{ pid: number }>("select pg_backend_pid() as pid");
  process.kill(rows[0]?.pid ?? 0, "SIGSTOP");
  process.kill(pid(), "SIGQUIT");

  await expect.poll(() => ask(url(), "select 1").catch(() => undefined), { timeout: 30_000 }).toBe(1);
  expect(new URL(url()).port).toBe(new URL(before).port);
  await slow.end();
});

test("starts on a data directory that a kill -9 left behind, whatever its process number means by now", async () => {
  const first = await start();
  await ask(first.url(), "create table kept as select 1 as n");
  await stop(first);
  // The number of a process that lives, but is no server of this directory.
  writeFileSync(
    embeddedPaths(dataDirectory).pid,
    `${process.pid}\n${embeddedPaths(dataDirectory).cluster}\n0\n1\n\n\n`,
  );

  const second = await start();
  expect(await ask(second.url(), "select n from kept")).toBe(1);
});

test("runs until the last of its users has left", async () => {
  const first = await start();
  const second = await start();
  expect(second.url()).toBe(first.url());
  await stop(first);
  expect(await ask(second.url(), "select 1")).toBe(1);
  await stop(second);
  expect(existsSync(embeddedPaths(dataDirectory).pid)).toBe(false);
});

test("is made once by processes that start at the same moment", async () => {
  const uses = await Promise.all([start(), start(), start()]);
  expect(new Set(uses.map((use) => use.url())).size).toBe(1);
});

async function start() {
  const use = await startEmbedded(dataDirectory);
  started.push(use);
  return use;
}

async function stop(use: { stop(): Promise<void> }) {
  started = started.filter((one) => one !== use);
  await use.stop();
}

function pid(): number {
  return Number(readFileSync(embeddedPaths(dataDirectory).pid, "utf8").split("\n")[0]);
}

function kill(): number {
  const killed = pid();
  process.kill(killed, "SIGKILL");
  return killed;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
