import { env } from "#lib/server/env.ts";
import { embeddedUrl } from "./embedded-connection.ts";

/**
 * The database to connect to at this moment: DATABASE_URL, or the embedded one as its data directory describes it.
 *
 * @throws Error where neither is there yet
 */
export function databaseUrl(): string {
  const url = env.databaseUrl ?? embeddedUrl(env.dataDirectory);
  if (!url) throw new Error("There is no database yet. Run `npm start` once, or set DATABASE_URL.");
  return url;
}
