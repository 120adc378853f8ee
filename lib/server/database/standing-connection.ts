import pg from "pg";
import { databaseUrl } from "./url.ts";

/** How long until a lost connection is tried again. */
const againMs = 1_000;

/** What a connection that stands for long is for. */
type Standing = {
  /** How PostgreSQL lists it. */
  name: string;
  /** Called with each fresh connection. What it throws is the end of that connection. */
  begin(client: pg.Client): Promise<void>;
  /** Called when a connection that had begun is lost, before the next one is tried. Must not throw. */
  onLost?(): Promise<void>;
};

/**
 * Keeps a connection of its own outside the pool, and makes another one whenever it is lost.
 *
 * @returns closes it
 */
export function standingConnection({ name, begin, onLost }: Standing): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  async function connect() {
    const fresh = new pg.Client({
      connectionString: databaseUrl(),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: name,
    });
    let hasBegun = false;
    // An error on a connection is followed by its end, which is what counts.
    fresh.on("error", () => {});
    fresh.once("end", () => retry(fresh, hasBegun));
    client = fresh;
    try {
      await fresh.connect();
      await begin(fresh);
      hasBegun = true;
    } catch {
      await fresh.end().catch(() => {});
      retry(fresh, false);
    }
  }

  async function retry(ended: pg.Client, hadBegun: boolean) {
    if (isStopped || client !== ended) return;
    client = null;
    if (hadBegun) await onLost?.();
    if (isStopped) return;
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
