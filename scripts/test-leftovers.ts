import { globSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isPostmasterOf } from "#lib/server/database/postmaster.ts";

/** Removes a folder of test data, after ending the database servers that work in it. */
export function cleanUp(folder: string): void {
  for (const file of globSync("**/postmaster.pid", { cwd: folder })) {
    const cluster = path.join(folder, path.dirname(file));
    const pid = Number(readFileSync(path.join(folder, file), "utf8").split("\n")[0]);
    if (isPostmasterOf(cluster)) process.kill(pid, "SIGQUIT");
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
