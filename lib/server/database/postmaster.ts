import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/**
 * Whether the process that a cluster's postmaster.pid names is that cluster's server.
 *
 * After a kill -9 the file stays, and its number may be a zombie or belong to another program by now; PostgreSQL would
 * then refuse to start. A live server has the cluster as its working directory.
 *
 * @returns undefined where there is no such file or nobody can tell
 */
export function isPostmasterOf(cluster: string): boolean | undefined {
  if (process.platform !== "linux") return undefined;
  const pid = readFirstLine(path.join(cluster, "postmaster.pid"));
  if (pid === undefined) return undefined;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? false : undefined;
  }
}

function readFirstLine(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").split("\n")[0];
  } catch {
    return undefined;
  }
}
