import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { applyDraft } from "./apply-draft.ts";
import { assess, everyThought, type ReviewRules } from "./assess.ts";
import type { ReviewDraft } from "./draft.ts";

/** What still has to be said before a review can be submitted, and of which thoughts. */
export type Missing =
  | { kind: "labels"; thoughts: string[] }
  | { kind: "labels_before_flaw"; thoughts: string[] }
  | { kind: "decision" }
  | { kind: "empty_thought"; thoughts: string[] }
  | { kind: "no_thoughts" }
  | { kind: "empty_response" }
  | { kind: "what_to_change" }
  | { kind: "why_rejected" }
  | { kind: "scores"; dimensions: Dimension[] };

/** What is missing before Submit, the first thing to do first; empty where nothing is. */
export function missingFrom(draft: ReviewDraft, base: Content, rules: ReviewRules = everyThought): Missing[] {
  const { decision, unlabelled, flawed, unfixed, response, reasoning } = assess(draft, base, rules);
  const noted = draft.note.trim() !== "";
  const { emptyThoughts, hasThoughts, hasResponse } = wholeness(draft, base);
  const missing: Missing[] = [];
  if (emptyThoughts.length > 0) missing.push({ kind: "empty_thought", thoughts: emptyThoughts });
  if (rules.stopAtFirstFlaw && unfixed.length > 0 && unlabelled.length > 0) {
    missing.push({ kind: "labels_before_flaw", thoughts: unlabelled });
  }
  switch (decision) {
    case null:
      missing.push(reasoning === null ? { kind: "labels", thoughts: unlabelled } : { kind: "decision" });
      break;
    case "approve":
      if (!hasThoughts) missing.push({ kind: "no_thoughts" });
      if (!hasResponse) missing.push({ kind: "empty_response" });
      if (unlabelled.length > 0) missing.push({ kind: "labels", thoughts: unlabelled });
      break;
    case "request_changes":
      if (!noted) missing.push({ kind: "what_to_change" });
      break;
    case "reject":
      if (flawed.length === 0 && response !== "wrong" && !noted) missing.push({ kind: "why_rejected" });
  }
  const unscored = unscoredIn(draft, rules);
  if (unscored.length > 0) missing.push({ kind: "scores", dimensions: unscored });
  return missing;
}

/** Dimensions that are asked for and have no score. */
export function unscoredIn({ scores }: ReviewDraft, { asksScores }: ReviewRules): Dimension[] {
  return asksScores ? dimensions.filter((dimension) => scores[dimension] === undefined) : [];
}

function wholeness(draft: ReviewDraft, base: Content) {
  const { thoughts, response } = applyDraft(draft, base, null);
  const kept = thoughts.filter(isKept);
  return {
    emptyThoughts: kept.filter(({ text }) => text === "").map(({ id }) => id),
    hasThoughts: kept.length > 0,
    hasResponse: response !== "",
  };
}
