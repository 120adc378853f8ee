// Vitest runs this once around all tests that need a database: a PostgreSQL of their own in a temporary folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#lib/server/database/embedded.ts";
import { migrate } from "#lib/server/database/migrate.ts";
import { withDatabase } from "./database.ts";

// A crash may lose it all, which is what makes it fast.
const forgetful = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

export default async function setup(_project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "colloquy-test-"));
  const server = await startEmbedded(folder, forgetful);
  await makeTemplate(server.url());
  process.env.TEST_SERVER_URL = server.url();
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create database migrated");
  await client.end();
  await migrate(withDatabase(url, "migrated"));
}
