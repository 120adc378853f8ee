import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database of its own on the test server. */
export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * Makes a database, by default with all migrations applied.
 *
 * @param from `migrated` copies the template that the run made once; `nothing` is an empty database
 */
export async function createTestDatabase(from: "migrated" | "nothing" = "migrated"): Promise<TestDatabase> {
  const server = process.env.TEST_SERVER_URL;
  if (!server)
    throw new Error("These tests need the database server that vitest starts for lib/server and scripts.");
  const name = `test_${randomBytes(8).toString("hex")}`;
  // The template has no connections, so it can be copied file by file, which is faster than writing it to the log.
  const source = from === "migrated" ? "template migrated strategy file_copy" : "";
  await execute(server, `create database ${name} ${source}`);
  return {
    url: withDatabase(server, name),
    drop: () => execute(server, `drop database ${name} with (force)`),
  };
}

/** The same server's URL for another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs a statement from the server's own database, where the one it is about may be copied, closed or dropped. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
