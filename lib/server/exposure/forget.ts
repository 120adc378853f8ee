import { keptDays } from "#lib/domain/exposure/ledger.ts";
import { db } from "#lib/server/database/client.ts";
import { today } from "./today.ts";

/** Deletes what is older than the ledgers keep. */
export async function forgetExposures(): Promise<void> {
  await db.$executeRaw`delete from exposures where day < ${today} - ${keptDays}::int`;
}
