import { db } from "#lib/server/database/client.ts";

/** Until somebody stands in line for a lock in this database, or as many as that. */
export async function untilSomebodyWaits(many = 1): Promise<void> {
  for (let waiting = 0; waiting < many; ) {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    waiting = row?.n ?? 0;
  }
}
