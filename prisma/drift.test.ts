import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { pool } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";

test("the migrations make exactly the tables of the schema", async () => {
  expect(await sqlFromMigrationsToSchema()).toBe("-- This is an empty migration.");
});

test("a column that only one of them has is noticed", async () => {
  await pool.query("alter table projects add column forgotten text");
  expect(await sqlFromMigrationsToSchema()).toContain('DROP COLUMN "forgotten"');
});

/** What would have to be done to this test's database, which the migrations made. */
async function sqlFromMigrationsToSchema(): Promise<string> {
  const diff = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma", "--script"];
  const child = spawn(process.execPath, ["scripts/prisma.ts", ...diff], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [sql, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  expect(code).toBe(0);
  return sql.trim();
}
