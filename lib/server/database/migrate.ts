import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

// The lock and the table are Prisma's own, so that its command line and this applier keep out of each other's way and
// agree about what was applied.
const prismaLock = 72_707_369;
const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Brings a database to the newest migration. Each one is applied in a transaction of its own together with the note that
 * it was, so that a crash leaves it done or not begun; processes that start at once take turns.
 *
 * @param url the database
 * @param directory holds one folder with a migration.sql per migration
 * @returns names of the migrations applied by this call
 * @throws Error if the database has a migration that the directory lacks or holds differently, or if one fails
 */
export async function migrate(
  url: string,
  directory = path.join(root, "prisma/migrations"),
): Promise<string[]> {
  const migrations = readMigrations(directory);
  const done: string[] = [];
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query under way rejects as well
  await client.connect().catch((error: Error) => {
    const { host, pathname } = new URL(url);
    throw new Error(`The database ${host}${pathname} cannot be used: ${error.message}.`, { cause: error });
  });
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (!name) break;
      done.push(name);
    }
  } finally {
    await client.end();
  }
  if (done.length > 0) log.info({ count: done.length, migration: done.at(-1) }, "Applied migrations");
  return done;
}

async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [prismaLock]);
    const next = nextOf(migrations, await appliedIn(client));
    if (next) await apply(client, next);
    await client.query("commit");
    return next?.name;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function appliedIn(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') is not null as exists");
  if (!rows[0].exists) {
    await client.query(table);
    return [];
  }
  const applied = await client.query<Applied>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return applied.rows;
}

function nextOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const ours = known.get(name);
    if (!ours)
      throw new Error(
        `The database is newer than this program: it has the migration ${name}. Update Colloquy.`,
      );
    if (!finished_at)
      throw new Error(
        `The migration ${name} failed halfway. Repair it with \`npm run prisma -- migrate resolve\`.`,
      );
    if (ours.checksum !== checksum)
      throw new Error(`The migration ${name} was changed after it had been applied.`);
  }
  const names = new Set(applied.map((one) => one.migration_name));
  return migrations.find((migration) => !names.has(migration.name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`The migration ${name} failed, and nothing of it was kept: ${String(error)}`, {
      cause: error,
    });
  }
  await client.query(
    `insert into _prisma_migrations (id, migration_name, checksum, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), 1)`,
    [randomUUID(), name, checksum],
  );
}

function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}
