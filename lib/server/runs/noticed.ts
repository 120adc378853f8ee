import type { Actor } from "#lib/domain/access/actions.ts";
import { checkNames } from "#lib/domain/checks/finding.ts";
import type { RunNoticed } from "#lib/domain/run/view.ts";
import { db } from "#lib/server/database/client.ts";
import { judgedIn } from "#lib/server/deliberations/judging.ts";
import { findRunById } from "./find.ts";

/**
 * In how many deliberations of a run each check noticed something, in what the agents gave. Records that the actor has in
 * review do not count: one count more or less would tell what was noticed in them.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRunNoticed(actor: Actor, runId: string): Promise<RunNoticed> {
  await findRunById(actor, "runs.read", runId);
  const [rows, withheld] = await Promise.all([
    db.findingTally.groupBy({ by: ["check"], where: { runId }, _sum: { n: true } }),
    judgedIn(actor, runId),
  ]);
  const counts = new Map(rows.map(({ check, _sum }) => [check, _sum.n ?? 0]));
  for (const check of await noticedIn(withheld)) counts.set(check, (counts.get(check) ?? 0) - 1);
  return {
    counts: checkNames
      .map((check) => ({ check, n: counts.get(check) ?? 0 }))
      .filter(({ n }) => n > 0)
      .sort((one, other) => other.n - one.n),
    withheld: withheld.length,
  };
}

/** The checks that noticed something in what these deliberations gave, once for each deliberation. */
async function noticedIn(deliberationIds: string[]): Promise<string[]> {
  if (deliberationIds.length === 0) return [];
  const found = await db.finding.groupBy({
    by: ["check", "revisionId"],
    where: { revision: { number: 1, record: { deliberationId: { in: deliberationIds } } } },
  });
  return found.map(({ check }) => check);
}
