import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Name of the embedded server's only role and of its database. */
export const embeddedName = "colloquy";

/** What the data directory remembers of its server. The password never leaves the machine: mode 0600, loopback only. */
export const Connection = z.object({ port: z.int(), password: z.string() });

export type Connection = z.infer<typeof Connection>;

/** Where the parts of the embedded server live under a data directory. */
export function embeddedPaths(dataDirectory: string) {
  const home = path.join(dataDirectory, "postgres");
  const cluster = path.join(home, "cluster");
  return {
    home,
    cluster,
    connection: path.join(home, "connection.json"),
    pid: path.join(cluster, "postmaster.pid"),
    log: path.join(cluster, "server.log"),
  };
}

/**
 * The URL of a data directory's server as of now, running or not.
 *
 * A running server's own word for its port comes first: it moves when another program has taken the remembered one.
 *
 * @returns undefined where no server was ever made
 */
export function embeddedUrl(dataDirectory: string, database: string = embeddedName): string | undefined {
  const paths = embeddedPaths(dataDirectory);
  const stored = readIfThere(paths.connection);
  if (stored === undefined) return undefined;
  const { port, password } = Connection.parse(JSON.parse(stored));
  const runningPort = Number(readIfThere(paths.pid)?.split("\n")[3]);
  return `postgresql://${embeddedName}:${password}@127.0.0.1:${runningPort || port}/${database}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
