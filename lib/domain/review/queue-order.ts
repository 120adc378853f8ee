import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { severityRank } from "#lib/domain/prompt/severity.ts";

/** A record that a person could take up, as the order of the queue sees it. */
export type Candidate = {
  /** UUIDv7: ids sort by age. */
  recordId: string;
  severity: Severity;
  /** Whether this person began with it and has not finished. */
  begun: boolean;
};

/**
 * Which record is offered next. After the record at hand come younger ones, then the queue starts over. At the
 * start, what the person has begun comes first. Otherwise the oldest comes first, except that nobody is given
 * two of high severity in a row while something gentler waits.
 *
 * @param past id of the record at hand; null at the start
 * @param last severity of what this person finished last; null if nothing
 */
export function chooseNext(
  candidates: readonly Candidate[],
  { past, last }: { past: string | null; last: Severity | null },
): Candidate | null {
  const gentler = last !== null && isHeavy(last);
  const rank = (candidate: Candidate) => [
    past === null && candidate.begun ? 0 : 1,
    past !== null && candidate.recordId <= past ? 1 : 0,
    gentler && isHeavy(candidate.severity) ? 1 : 0,
  ];
  const [first] = candidates
    .filter(({ recordId }) => recordId !== past)
    .toSorted((one, other) => compare(rank(one), rank(other)) || (one.recordId < other.recordId ? -1 : 1));
  return first ?? null;
}

function isHeavy(severity: Severity): boolean {
  return severityRank(severity) === severityRank("high");
}

function compare(some: readonly number[], others: readonly number[]): number {
  const differing = some.findIndex((value, index) => value !== others[index]);
  return differing < 0 ? 0 : (some[differing] ?? 0) - (others[differing] ?? 0);
}
