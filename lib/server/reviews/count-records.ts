import { shownCounts } from "#lib/domain/record/shown-status.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import { db } from "#lib/server/database/client.ts";
import { unsettledIn } from "./unsettled.ts";

/**
 * How many records of a project there are of each status, as far as that may be told. The caller has authorized.
 *
 * @param mayReview whether the reader could review them
 */
export async function countRecords(
  projectId: string,
  mayReview: boolean,
): Promise<Partial<Record<RecordStatus, number>>> {
  const [tallies, unsettled] = await Promise.all([
    db.recordTally.groupBy({ by: ["status"], where: { projectId }, _sum: { n: true } }),
    unsettledIn(projectId),
  ]);
  const counts = Object.fromEntries(tallies.map(({ status, _sum }) => [status, _sum.n ?? 0]));
  return shownCounts(counts, { mayReview, unsettled: [...unsettled.values()] });
}
