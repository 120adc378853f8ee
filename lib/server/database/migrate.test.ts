import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "#lib/server/env.ts";
import { createTestDatabase, type TestDatabase } from "#lib/server/testing/database.ts";
import { migrate } from "./migrate.ts";

const shipped = path.join(root, "prisma/migrations");
const names = readdirSync(shipped, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase("nothing");
  folder = mkdtempSync(path.join(tmpdir(), "colloquy-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

test("applies every migration in order, and nothing the second time", async () => {
  expect(await migrate(database.url)).toEqual(names);
  expect(await migrate(database.url)).toEqual([]);
  expect(await ask("select migration_name from _prisma_migrations order by finished_at")).toEqual(names);
});

test("three processes that start at once apply each migration once between them", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
  expect(applied.flat().sort()).toEqual(names);
  expect(await ask("select count(*)::int from _prisma_migrations")).toEqual([names.length]);
});

test("a migration that fails leaves nothing behind and can be mended", async () => {
  write("1_first", "create table first (id int)");
  write("2_second", "create table second (id int); select 1 / 0");
  await expect(migrate(database.url, folder)).rejects.toThrow(/2_second failed.*division by zero/);
  expect(await ask("select to_regclass('first') is not null, to_regclass('second') is not null")).toEqual([
    true,
    false,
  ]);

  write("2_second", "create table second (id int)");
  expect(await migrate(database.url, folder)).toEqual(["2_second"]);
});

test("refuses a migration that was changed after it had been applied", async () => {
  write("1_first", "create table first (id int)");
  await migrate(database.url, folder);
  write("1_first", "create table first (id bigint)");
  await expect(migrate(database.url, folder)).rejects.toThrow("1_first was changed");
});

test("refuses a database that is newer than the program", async () => {
  cpSync(shipped, folder, { recursive: true });
  write("99999999999999_later", "select 1");
  await migrate(database.url, folder);
  await expect(migrate(database.url)).rejects.toThrow("Update Colloquy");
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
  await client.end();
  return rows.flat();
}
