import { readFileSync } from "node:fs";
import pg from "pg";
import { pool } from "#lib/server/database/client.ts";
import { embeddedPaths, embeddedUrl } from "#lib/server/database/embedded-connection.ts";
import { openDatabase } from "#lib/server/database/open.ts";
import { env } from "#lib/server/env.ts";
import { cpuOfFamily } from "./cpu.ts";

/** A PostgreSQL of this bench alone, with the settings of production and the product's migrated database in it. */
export type BenchDatabase = AsyncDisposable & {
  /** Of the product's database. */
  url: string;
  /** Makes another, empty database beside the product's. @returns its URL */
  create(name: string): Promise<string>;
  /** CPU time of all its processes, in milliseconds. */
  cpuMs(): number;
  /** Bytes of write-ahead log so far, of all databases. */
  walBytes(): Promise<number>;
  /** Bytes of all tables of one database, with indexes and what is stored out of line. */
  tableBytes(url: string): Promise<number>;
  /** Vacuums a database, which autovacuum would do in the middle of what comes next. */
  tidy(url: string): Promise<void>;
  /** Writes everything out, so that what follows begins like any other. */
  checkpoint(): Promise<void>;
};

const sizeOfTables = `select coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 as bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`;

/** Starts it; the worker and other processes that this one starts join it by themselves. */
export async function startDatabase(): Promise<BenchDatabase> {
  const opened = await openDatabase();
  const leave = (signal: NodeJS.Signals) =>
    void opened.close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  process.once("SIGINT", leave).once("SIGTERM", leave);
  const urlOf = (name?: string) => embeddedUrl(env.dataDirectory, name) ?? "";
  return {
    url: urlOf(),
    async create(name) {
      await pool.query(`create database ${pg.escapeIdentifier(name)}`);
      return urlOf(name);
    },
    cpuMs: () =>
      cpuOfFamily(Number(readFileSync(embeddedPaths(env.dataDirectory).pid, "utf8").split("\n")[0])),
    async walBytes() {
      const { rows } = await pool.query<{ bytes: number }>(
        "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes",
      );
      return rows[0]?.bytes ?? 0;
    },
    async tableBytes(url) {
      const [row] = await query<{ bytes: number }>(url, sizeOfTables);
      return row?.bytes ?? 0;
    },
    async tidy(url) {
      await query(url, "vacuum analyze");
    },
    async checkpoint() {
      await pool.query("checkpoint");
    },
    async [Symbol.asyncDispose]() {
      process.off("SIGINT", leave).off("SIGTERM", leave);
      await opened.close();
    },
  };
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
