// Writes the Prisma client into prisma/generated, unless it fits the schema already. Importing this file does it too:
// what imports the client must not be loaded before it is there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "#lib/server/env.ts";
import { fingerprint } from "./fingerprint.ts";

const mark = path.join(root, "prisma/generated/.made-from");
const wanted = fingerprint(["prisma/{*,models/*}.prisma", "node_modules/prisma/package.json"]);

if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const { status, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      // Generating never runs the schema engine, but Prisma would download one: any program satisfies it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    },
  });
  if (status !== 0) throw new Error(`The Prisma client could not be generated:\n${stderr}`);
  writeFileSync(mark, wanted);
}
