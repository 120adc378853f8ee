import { pool } from "#lib/server/database/client.ts";

const everyMs = 5_000;
/** Without a sign of life for so long, an import's process is taken for dead. */
export const deadAfterSeconds = 30;

/** Shows a sign of life for as long as an import is worked on. */
export async function withBeat<T>(importId: string, work: () => Promise<T>): Promise<T> {
  const beat = () =>
    pool.query("update imports set beat_at = now() where id = $1", [importId]).catch(() => {});
  const timer = setInterval(beat, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
