import type { Actor } from "#lib/domain/access/actions.ts";
import { type CheckName, checkNames } from "#lib/domain/checks/finding.ts";
import { db } from "#lib/server/database/client.ts";
import { findRunById } from "./find.ts";

/**
 * In how many deliberations of a run each check noticed something, in what the agents gave. Checks that noticed nothing are
 * left out.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunNoticed(
  actor: Actor,
  runId: string,
): Promise<{ check: CheckName; n: number }[]> {
  await findRunById(actor, "runs.read", runId);
  const rows = await db.findingTally.groupBy({ by: ["check"], where: { runId }, _sum: { n: true } });
  const counts = new Map(rows.map(({ check, _sum }) => [check, _sum.n ?? 0]));
  return checkNames
    .map((check) => ({ check, n: counts.get(check) ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((one, other) => other.n - one.n);
}
