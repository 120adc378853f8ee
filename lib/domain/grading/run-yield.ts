import type { Label } from "#lib/domain/deliberation/reply.ts";
import type { Decision } from "#lib/domain/review/draft.ts";

/** What a run took, and what became of the records that it gave. Planted records do not count. */
export type RunYield = {
  run: number;
  synthetic: boolean;
  records: number;
  approved: number;
  tokensIn: number;
  /** Of these, read from the endpoint's cache. */
  tokensCached: number;
  tokensOut: number;
  costMicros: number;
  /** What the refiner took out of the first revisions of the newest records; no label where a recipe has no refiner. */
  refined: { records: number; thoughts: number; removed: { label: Label; n: number }[] };
  /** What reviewers did in the newest rounds that are closed for good. */
  reviewed: {
    reviews: number;
    /** Thoughts that they were given. */
    thoughts: number;
    decisions: Record<Decision, number>;
    changes: Record<ReviewerChange, number>;
  };
};

/** What a reviewer can change of what was given. A thought that was split or merged counts as reshaped alone. */
export const reviewerChanges = ["edited", "removed", "reshaped", "added", "response"] as const;

export type ReviewerChange = (typeof reviewerChanges)[number];

/** All that a run took for each of its approved records, those that were not approved included; null before the first. */
export function perApproved({
  approved,
  tokensIn,
  tokensOut,
  costMicros,
}: RunYield): { tokens: number; costMicros: number } | null {
  if (approved === 0) return null;
  return { tokens: (tokensIn + tokensOut) / approved, costMicros: costMicros / approved };
}
