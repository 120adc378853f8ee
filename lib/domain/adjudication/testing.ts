import type { Content } from "#lib/domain/record/content.ts";
import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import { decideReview } from "#lib/domain/review/decide-review.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Reading } from "./compare.ts";

/** The reading that a draft becomes when it is submitted. */
export function readingOf(by: string, draft: ReviewDraft, base: Content, revision: number): Reading {
  const { labels, scores, decision, reasoning, responseVerdict, note } = decideReview(draft, base, revision);
  return {
    id: `review-${by}`,
    by,
    decision,
    reasoning,
    responseVerdict,
    note,
    labels: Object.fromEntries(labels.map(({ thoughtId, label }) => [thoughtId, label])),
    scores: Object.fromEntries(scores.map(({ dimension, value }) => [dimension, value])),
    content: applyDraft(draft, base, revision),
  };
}
