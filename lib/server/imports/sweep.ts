import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { deadAfterSeconds } from "./beat.ts";
import { endWithout } from "./work-on.ts";

/** An import that nobody confirmed for so long is given up. */
const forgottenAfterDays = 7;

type Found = { id: string; status: "reading" | "ready" | "storing"; fileName: string };

/**
 * Settles imports whose process died and gives up forgotten ones. What was being read is refused; what was being
 * stored waits for a decision again, since its transaction left nothing. Called wherever imports are looked at, so
 * that no one meets a stale one.
 */
export async function settleInterrupted(): Promise<void> {
  const found = await db.$queryRaw<Found[]>`
    select id, status, file_name as "fileName" from imports
    where finished_at is null and (
      status in ('reading', 'storing') and beat_at < now() - ${deadAfterSeconds} * interval '1 second'
      or status = 'ready' and beat_at < now() - ${forgottenAfterDays} * interval '1 day')`;
  for (const { id, status, fileName } of found) {
    if (status === "reading") await endWithout(id, "refused", importStrings.refusals.interrupted(fileName));
    if (status === "ready") await endWithout(id, "cancelled");
    if (status === "storing") {
      await db.import.updateMany({ where: { id, status }, data: { status: "ready", beatAt: new Date() } });
    }
  }
}
