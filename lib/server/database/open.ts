import { atMost } from "#lib/server/at-most.ts";
import { env } from "#lib/server/env.ts";
import { confirmSecret } from "#lib/server/secret.ts";
import { closeConnections } from "./client.ts";
import { startEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { persist } from "./persist.ts";
import { databaseUrl } from "./url.ts";

const closeLimitMs = 1_000;

/** The database of this process, ready for use. */
export type OpenDatabase = {
  /** Closes all connections; the last process to leave the embedded server stops it. */
  close(): Promise<void>;
};

/**
 * Makes the database ready: starts or joins the embedded server where DATABASE_URL is unset, applies what migrations
 * are missing and compares secrets. For everything that is not a request of the web server: start, workers, command line.
 *
 * @param isAwaited waits for a database that is away, for as long as it takes: for processes that nobody watches
 * @throws Error with a sentence for the terminal, if it cannot be used
 */
export async function openDatabase({ isAwaited = false } = {}): Promise<OpenDatabase> {
  const embedded = env.databaseUrl ? undefined : await startEmbedded(env.dataDirectory);
  const close = async () => {
    await atMost(closeLimitMs, closeConnections());
    await embedded?.stop();
  };
  const prepare = async () => {
    await migrate(databaseUrl());
    await confirmSecret();
  };
  try {
    await (isAwaited ? persist(new AbortController().signal, prepare) : prepare());
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
