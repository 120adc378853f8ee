import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { isGrave } from "#lib/domain/prompt/severity.ts";

/** A record that a person could take up, as the order of the queue sees it. */
export type Candidate = {
  /** UUIDv7: ids sort by age. */
  recordId: string;
  severity: Severity;
  /** Whether this person began with it and has not finished. */
  begun: boolean;
};

/**
 * Which record is offered next. After the record at hand come those behind it, then the queue starts over. At the
 * start, what the person has begun comes first. Otherwise the first comes first, except that where severities are
 * interleaved nobody is given two of high severity in a row while something gentler waits.
 *
 * @param candidates in the order of the queue
 * @param past id of the record at hand; null at the start
 * @param last severity of what this person finished last; null if nothing, or if it does not matter
 */
export function chooseNext(
  candidates: readonly Candidate[],
  { past, last }: { past: string | null; last: Severity | null },
): Candidate | null {
  const gentler = last !== null && isGrave(last);
  const rank = (candidate: Candidate) => [
    past === null && candidate.begun ? 0 : 1,
    gentler && isGrave(candidate.severity) ? 1 : 0,
  ];
  const [first] = candidates
    .filter(({ recordId }) => recordId !== past)
    .toSorted((one, other) => compare(rank(one), rank(other)));
  return first ?? null;
}

function compare(some: readonly number[], others: readonly number[]): number {
  const differing = some.findIndex((value, index) => value !== others[index]);
  return differing < 0 ? 0 : (some[differing] ?? 0) - (others[differing] ?? 0);
}
