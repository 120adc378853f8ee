import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#lib/server/database/client.ts";
import { lifelineLock } from "./lifeline.ts";
import { deadAfterMs } from "./living.ts";

/** Between two looks at a lock that is free: time enough to say that only its connection was lost. */
const secondLookMs = 300;

// After a restart of PostgreSQL no lock is held, and nobody has had the time to beat.
const isUnlocked = `locked_at > pg_postmaster_start_time()
  and pg_try_advisory_xact_lock_shared(${lifelineLock("id")})`;

/**
 * Marks dead workers as such: those whose process has let go of its lock, and those that have been silent for too long.
 * From then on what they held is there to be taken.
 */
export async function buryTheDead(workerId: string): Promise<void> {
  const { rows: suspects } = await pool.query<{ id: string; beat: string }>({
    name: "suspect",
    text: `select id, beat_at::text as beat from workers where stopped_at is null and id <> $1 and ${isUnlocked}`,
    values: [workerId],
  });
  if (suspects.length > 0) await sleep(secondLookMs);
  await pool.query({
    name: "bury the dead",
    text: `update workers set stopped_at = now()
      where stopped_at is null and id <> $1 and (
        greatest(beat_at, pg_postmaster_start_time()) < now() - $2 * interval '1 ms'
        or (id, beat_at) in (select * from unnest($3::uuid[], $4::timestamptz[])) and ${isUnlocked}
      )`,
    values: [workerId, deadAfterMs, suspects.map(({ id }) => id), suspects.map(({ beat }) => beat)],
  });
}
