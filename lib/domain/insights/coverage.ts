import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { rateOf } from "#lib/domain/agreement/rate.ts";
import { byNumber } from "#lib/domain/record/content.ts";
import { isOpen, type RecordStatus } from "#lib/domain/record/status.ts";

/** What became of records: they wait for reviewers, for a lead, or are decided. */
export const coverageGroups = ["waiting", "disputed", "approved", "rejected", "other"] as const;

export type CoverageGroup = (typeof coverageGroups)[number];

/** Records of one status that cite these clauses. */
export type CitingRecords = { clauses: readonly string[]; status: RecordStatus; n: number };

/** A round that all its reviewers finished, of a record that cites these clauses: whether they decided alike. */
export type CitingRound = { clauses: readonly string[]; alike: boolean };

/** How far a policy or a clause is covered. */
export type Coverage = {
  /** `3` or `3.1`. */
  number: string;
  records: number;
  groups: Record<CoverageGroup, number>;
  /** Share of the rounds of several reviewers in which all decided alike. */
  alike: Estimate;
};

/**
 * How far each policy and each clause is covered by what was decided. A record that cites two clauses of a policy counts
 * once for it.
 *
 * @param numbers of all policies and clauses there are: what nothing cites is named too
 */
export function coverageOf(
  numbers: readonly string[],
  records: readonly CitingRecords[],
  rounds: readonly CitingRound[],
): Coverage[] {
  const cited = records.map(({ clauses, ...rest }) => ({ ...rest, named: namedBy(clauses) }));
  const judged = rounds.map(({ clauses, alike }) => ({ alike, named: namedBy(clauses) }));
  return [...numbers].sort(byNumber).map((number) => {
    const groups: Coverage["groups"] = { waiting: 0, disputed: 0, approved: 0, rejected: 0, other: 0 };
    for (const { named, status, n } of cited) if (named.has(number)) groups[groupOf(status)] += n;
    const shared = judged.filter(({ named }) => named.has(number));
    return {
      number,
      records: Object.values(groups).reduce((sum, n) => sum + n, 0),
      groups,
      alike: rateOf(shared.filter(({ alike }) => alike).length, shared.length),
    };
  });
}

/** The clauses and the policies that they belong to. */
function namedBy(clauses: readonly string[]): Set<string> {
  return new Set(clauses.flatMap((clause) => [clause, clause.split(".")[0] ?? clause]));
}

function groupOf(status: RecordStatus): CoverageGroup {
  if (isOpen(status)) return "waiting";
  if (status === "needs_adjudication") return "disputed";
  return status === "approved" || status === "rejected" ? status : "other";
}
