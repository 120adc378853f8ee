import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { databaseUrl } from "#lib/server/database/url.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { until } from "#lib/server/testing/runs.ts";
import { buryTheDead } from "./bury.ts";
import { holdLifeline } from "./lifeline.ts";

const other = uuid7();
let letGo: (() => Promise<void>)[] = [];

beforeEach(async () => {
  letGo = [];
  await db.worker.deleteMany();
});
afterEach(() => Promise.all(letGo.map((one) => one())));

async function worker({ silentMs = 0, locked = true } = {}): Promise<string> {
  const id = uuid7();
  await pool.query(
    `insert into workers (id, host, pid, beat_at, locked_at)
     values ($1, 'here', 1, now() - $2 * interval '1 ms', case when $3 then now() end)`,
    [id, silentMs, locked],
  );
  return id;
}

/** A worker with a process that holds its lock. */
async function living(): Promise<string> {
  const id = await worker({ locked: false });
  letGo.push(holdLifeline(id, new AbortController().signal));
  await until(async () => (await rowOf(id)).lockedAt);
  return id;
}

const rowOf = (id: string) => db.worker.findUniqueOrThrow({ where: { id } });
const isBuried = async (id: string) => (await rowOf(id)).stoppedAt !== null;

test("a worker whose lock is free is dead, however lately it beat", async () => {
  const dead = await worker();
  await buryTheDead(other);
  expect(await isBuried(dead)).toBe(true);
});

test("a worker that holds its lock and beats is not", async () => {
  const id = await living();
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(false);
});

/** Nobody counts as silent before PostgreSQL itself has been up for as long, so this may take a few looks. */
const untilBuried = (id: string) =>
  until(async () => {
    await buryTheDead(other);
    return isBuried(id);
  });

test("a lock held does not save a worker that is silent for too long: it may have been stopped", async () => {
  const id = await living();
  await pool.query("update workers set beat_at = now() - interval '4 s' where id = $1", [id]);
  await untilBuried(id);
});

test("without a lock, as behind a pooler, only silence counts", async () => {
  await untilBuried(await worker({ silentMs: 4_000, locked: false }));
  const quiet = await worker({ silentMs: 2_500, locked: false });
  await buryTheDead(other);
  expect(await isBuried(quiet)).toBe(false);
});

test("a worker that only lost the connection of its lock lives, and takes the lock again", async () => {
  const id = await living();
  const before = (await rowOf(id)).lockedAt;
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'colloquy lifeline'",
  );
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(false);
  await until(async () => Number((await rowOf(id)).lockedAt) > Number(before));
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(false);
});

test("a worker that beats between two looks lives", async () => {
  const id = await worker();
  let isLooking = true;
  const looking = buryTheDead(other).finally(() => {
    isLooking = false;
  });
  while (isLooking) await pool.query("update workers set beat_at = clock_timestamp() where id = $1", [id]);
  await looking;
  expect(await isBuried(id)).toBe(false);
});

test("a lock that was taken before PostgreSQL started says nothing", async () => {
  const id = await worker();
  await pool.query(
    "update workers set locked_at = pg_postmaster_start_time() - interval '1 s' where id = $1",
    [id],
  );
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(false);
});

test("a lock is free in the moment in which its session ends", async () => {
  const id = await worker({ locked: false });
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [id]);
  await client.query("update workers set locked_at = now() where id = $1", [id]);
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(false);
  await client.end();
  await buryTheDead(other);
  expect(await isBuried(id)).toBe(true);
});
