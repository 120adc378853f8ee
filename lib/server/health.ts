import { healthStrings } from "#lib/domain/strings/health.ts";
import { pool } from "./database/client.ts";
import { log } from "./log.ts";
import { livingWorkers } from "./worker/living.ts";

/** Whether the product can work at this moment. */
export type Health =
  | { status: "ok"; database: "ok"; workers: number }
  | { status: "unavailable"; database: "unavailable"; reason: string };

const patienceMs = 3_000;

/** Asks the database, for three seconds at most. `workers` are those that gave a sign of life within 3.5 s. */
export async function checkHealth(): Promise<Health> {
  try {
    const workers = await Promise.race([countWorkers(), silence()]);
    if (workers !== "silence") return { status: "ok", database: "ok", workers };
    return { status: "unavailable", database: "unavailable", reason: healthStrings.databaseSilent };
  } catch (error) {
    log.warn({ err: error }, "The health check failed");
    return { status: "unavailable", database: "unavailable", reason: healthStrings.databaseDown };
  }
}

async function countWorkers(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(livingWorkers);
  return rows[0]?.count ?? 0;
}

function silence(): Promise<"silence"> {
  return new Promise((resolve) => setTimeout(() => resolve("silence"), patienceMs).unref());
}
