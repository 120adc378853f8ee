// Writes the Prisma client into prisma/generated, unless it fits the schema already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "#lib/server/env.ts";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const generated = path.join(root, "prisma/generated");
const mark = path.join(generated, ".made-from");

/** Generates if there is no client or it is older than the schema or than Prisma itself. */
export function generateClient(): void {
  const wanted = fingerprint();
  if (readIfThere(mark) === wanted) return;
  const { status } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      // Generating never runs the schema engine, but Prisma would download one: any program satisfies it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    },
  });
  if (status !== 0) throw new Error("The Prisma client could not be generated; see above.");
  writeFileSync(mark, wanted);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = globSync("prisma/{*,models/*}.prisma", { cwd: root }).sort();
  for (const file of [...files, "node_modules/prisma/package.json"]) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) generateClient();
