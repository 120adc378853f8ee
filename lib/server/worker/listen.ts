import pg from "pg";
import { databaseUrl } from "#lib/server/database/url.ts";

/** How long until a lost connection is tried again. */
const againMs = 1_000;

/**
 * Listens on a channel over a connection of its own. Where that is not possible (a pooler that shares sessions, a database
 * that is away) hints simply do not come: whoever listens must look by itself as well.
 *
 * @returns stops listening
 */
export function listen(channel: string, onHint: () => void): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  async function connect() {
    const fresh = new pg.Client({
      connectionString: databaseUrl(),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: "colloquy hints",
    });
    // An error on a connection is followed by its end, which is what counts.
    fresh.on("error", () => {});
    fresh.once("end", () => retry(fresh));
    fresh.on("notification", onHint);
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      onHint();
    } catch {
      await fresh.end().catch(() => {});
      retry(fresh);
    }
  }

  function retry(ended: pg.Client) {
    if (isStopped || client !== ended) return;
    client = null;
    timer = setTimeout(connect, againMs);
    timer.unref();
  }

  void connect();
  return async () => {
    isStopped = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
