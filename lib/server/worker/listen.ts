import { standingConnection } from "#lib/server/database/standing-connection.ts";

/**
 * Listens on a channel over a connection of its own. Where that is not possible (a pooler that shares sessions, a database
 * that is away) hints simply do not come: whoever listens must look by itself as well.
 *
 * @returns stops listening
 */
export function listen(channel: string, onHint: () => void): () => Promise<void> {
  return standingConnection({
    name: "colloquy hints",
    async begin(client) {
      client.on("notification", onHint);
      await client.query(`listen ${channel}`);
      onHint();
    },
  });
}
