import type { Actor } from "#lib/domain/access/actions.ts";
import {
  type CountedTotal,
  countedWeeks,
  type ExposureTotal,
  shownTotals,
} from "#lib/domain/exposure/totals.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * What the people of a project had to read together in the last four whole weeks, by category and severity; nothing
 * where it would tell of fewer than five people.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadExposureTotals(
  actor: Actor,
  projectId: string,
  now = new Date(),
): Promise<{ totals: ExposureTotal[]; from: string; to: string }> {
  await authorize(actor, "exposure.totals", { projectId });
  const { from, to } = countedWeeks(now);
  const counted = await db.$queryRaw<CountedTotal[]>`
    select category, severity, count(distinct user_id)::int as people, count(distinct subject_id)::int as records,
      sum(seconds)::float8 as seconds
    from exposures where project_id = ${projectId}::uuid and day >= ${from}::date and day < ${to}::date
    group by category, severity order by severity desc, category`;
  return { totals: shownTotals(counted), from: from.toISOString(), to: to.toISOString() };
}
