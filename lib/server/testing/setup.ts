// Before each test file that needs a database: a copy of the migrated one, and an environment that leads nowhere else.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { createTestDatabase } from "./database.ts";

const database = await createTestDatabase();
const dataDirectory = mkdtempSync(path.join(tmpdir(), "colloquy-data-"));
process.env.DATABASE_URL = database.url;
process.env.COLLOQUY_DATA_DIR = dataDirectory;
process.env.COLLOQUY_SECRET = "a secret of the tests, and of nothing else";

afterAll(async () => {
  const { closeConnections } = await import("#lib/server/database/client.ts");
  await closeConnections();
  await database.drop();
  rmSync(dataDirectory, { recursive: true, force: true });
});
