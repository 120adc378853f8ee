import type { PolicyDiff } from "#lib/domain/policy/diff.ts";
import type { AddedClausesTouch, Impact, RecordCounts } from "#lib/domain/policy/view.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { touchable } from "./touchable.ts";

/** Clauses that no longer say what they said: what cites them needs a new look. */
export function changedClauses({ clauses }: Pick<PolicyDiff, "clauses">): string[] {
  return clauses
    .filter(({ change }) => change === "changed" || change === "removed")
    .map(({ number }) => number);
}

/** Clauses that earlier records could not cite. */
export function addedClauses({ clauses }: Pick<PolicyDiff, "clauses">): string[] {
  return clauses.filter(({ change }) => change === "added").map(({ number }) => number);
}

/**
 * How many records publishing would touch. Callers have authorized.
 *
 * @param changed clauses that were changed or removed
 * @param ofPolicy all clauses of the version in force
 */
export async function impactOf(
  projectId: string,
  changed: readonly string[],
  ofPolicy: readonly string[],
): Promise<Impact> {
  const [totals, byClause, openRuns] = await Promise.all([
    db.$queryRaw<{ isApproved: boolean; citing: number; policy: number; all: number }[]>`
      select status = 'approved' as "isApproved", count(*)::int as all,
        count(*) filter (where cited_clauses && ${changed}::text[])::int as citing,
        count(*) filter (where cited_clauses && ${ofPolicy}::text[])::int as policy
      from records where project_id = ${projectId}::uuid and status = any (${touchable}) group by 1`,
    db.$queryRaw<({ clause: string } & RecordCounts)[]>`
      select clause, count(*) filter (where status = 'approved')::int as approved,
        count(*) filter (where status <> 'approved')::int as waiting
      from records, unnest(cited_clauses) as clause
      where project_id = ${projectId}::uuid and status = any (${touchable})
        and cited_clauses && ${changed}::text[] and clause = any (${changed}::text[])
      group by 1`,
    db.run.count({ where: { projectId, status: { in: ["queued", "running", "paused"] } } }),
  ]);
  const counts = (of: "citing" | "policy" | "all"): RecordCounts => ({
    approved: totals.find(({ isApproved }) => isApproved)?.[of] ?? 0,
    waiting: totals.find(({ isApproved }) => !isApproved)?.[of] ?? 0,
  });
  return {
    citing: counts("citing"),
    citingPolicy: counts("policy"),
    all: counts("all"),
    byClause: Object.fromEntries(
      byClause.map(({ clause, approved, waiting }) => [clause, { approved, waiting }]),
    ),
    openRuns,
  };
}

/**
 * Marks the records that need a new look. An approval stays on record; the record is just no longer approved
 * under the policies in force.
 *
 * @param touch who else is touched, by clauses that were added
 * @returns how many became stale
 */
export async function markStale(
  tx: Prisma.TransactionClient,
  projectId: string,
  {
    changed,
    ofPolicy,
    touch,
  }: { changed: readonly string[]; ofPolicy: readonly string[]; touch: AddedClausesTouch },
): Promise<number> {
  const cites = touch === "citing_policy" ? [...changed, ...ofPolicy] : changed;
  return tx.$executeRaw`update records set status = 'stale', updated_at = now()
    where project_id = ${projectId}::uuid and status = any (${touchable})
      and (${touch === "all"} or cited_clauses && ${cites}::text[])`;
}
