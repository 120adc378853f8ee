// Writes a migration that brings the database from the existing ones to the schema: `npm run migration -- name-of-the-change`.
// It replays them in a scratch database, so the state of your own does not matter.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "#lib/server/env.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9-]+$/.test(name)) {
  console.error("Say what changes, in small letters and dashes: npm run migration -- name-of-the-change");
  process.exit(2);
}

const diff = [
  "migrate",
  "diff",
  "--from-migrations",
  "prisma/migrations",
  "--to-schema",
  "prisma",
  "--script",
];
const { status, stdout } = spawnSync(process.execPath, ["scripts/prisma.ts", ...diff], {
  cwd: root,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
if (status !== 0) process.exit(status ?? 1);

const at = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join("prisma/migrations", `${at}_${name.replaceAll("-", "_")}`);
mkdirSync(path.join(root, folder));
writeFileSync(path.join(root, folder, "migration.sql"), stdout);
console.log(`${folder}/migration.sql is yours to read and to complete.`);
