import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "#lib/server/env.ts";
import { tell } from "./figures.ts";

const folder = path.join(root, "bench/peers");

/** What the engine is measured against, by name. */
export const peers = ["langgraph", "mastra", "dbos"] as const;

export function peerModule(name: (typeof peers)[number]): string {
  return path.join(folder, `${name}.ts`);
}

/**
 * Installs the peers where they are not yet: they are no part of the product and of its `npm ci`.
 *
 * @returns whether they are there
 */
export function installPeers(): boolean {
  if (existsSync(path.join(folder, "node_modules/.package-lock.json"))) return true;
  tell("Installing the peers (npm ci in bench/peers)");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0;
}
