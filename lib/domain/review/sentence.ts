import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { thoughtsAtHand } from "./apply-draft.ts";
import { type Assessment, assess } from "./assess.ts";
import type { ReviewDraft } from "./draft.ts";
import type { Missing } from "./missing.ts";

const { sentence, missing: sentences } = reviewStrings;

/** What Submit will do, in one sentence; null while no decision follows. */
export function sayOutcome(draft: ReviewDraft, base: Content): string | null {
  const assessment = assess(draft, base);
  const changed = hasChanges(assessment);
  switch (assessment.decision) {
    case null:
      return null;
    case "approve":
      return said(sentence.approves(changed), partsOf(assessment, draft, base));
    case "request_changes":
      return said(sentence.asks(changed), partsOf(assessment, draft, base));
    case "reject":
      return said(sentence.rejects(changed), partsOf(assessment, draft, base));
  }
}

function said(deed: string, parts: readonly string[]): string {
  return parts.length > 0 ? `${deed}: ${parts.join(", ")}.` : `${deed}.`;
}

/** One missing thing as a sentence, with thoughts by the numbers that people see. */
export function sayMissing(missing: Missing, draft: ReviewDraft, base: Content): string {
  switch (missing.kind) {
    case "labels":
      return sentences.labels(
        numbersOf(missing.thoughts, draft, base),
        missing.thoughts.length === base.thoughts.filter(isKept).length,
      );
    case "labels_before_flaw":
      return sentences.labelsBeforeFlaw(numbersOf(missing.thoughts, draft, base));
    case "decision":
      return sentences.decision;
    case "empty_thought":
      return sentences.emptyThought(numbersOf(missing.thoughts, draft, base));
    case "no_thoughts":
      return sentences.noThoughts;
    case "empty_response":
      return sentences.emptyResponse;
    case "what_to_change":
      return sentences.whatToChange;
    case "why_rejected":
      return sentences.whyRejected;
    case "scores":
      return sentences.scores(missing.dimensions);
  }
}

/** Whether anything of the text is changed. */
function hasChanges({ responseChanged, ...assessment }: Assessment): boolean {
  return isMended(assessment) || responseChanged;
}

function isMended(assessment: Omit<Assessment, "responseChanged">): boolean {
  const { edited, removed, restored, split, merged, added, reordered } = assessment;
  const touched = [edited, removed, restored, split, merged].some((ids) => ids.length > 0);
  return touched || added > 0 || reordered;
}

function partsOf(assessment: Assessment, draft: ReviewDraft, base: Content): string[] {
  const { edited, removed, restored, split, merged, added, reordered, unfixed, response } = assessment;
  const isApproved = assessment.decision === "approve";
  const sound = base.thoughts.filter(isKept).length - unfixed.length;
  const told = (ids: readonly string[], say: (n: number) => string) =>
    ids.length > 0 && say(ids.length) + because(ids, draft);
  return [
    told(unfixed, sentence.flawed),
    told(edited, sentence.fixed),
    told(split, sentence.split),
    told(merged, sentence.merged),
    told(removed, sentence.removed),
    added > 0 && sentence.added(added),
    restored.length > 0 && sentence.restored(restored.length),
    reordered && sentence.reordered,
    !isMended(assessment) && isApproved && sentence.sound(sound),
    (isApproved || response !== "right") && sentence.response[response],
  ].filter((part) => part !== false);
}

function because(ids: readonly string[], draft: ReviewDraft): string {
  const flaws = new Set<Label>(
    ids.flatMap((id) => draft.labels[id] ?? []).filter((label) => label !== "sound"),
  );
  return flaws.size > 0 ? sentence.because([...flaws]) : "";
}

/** The numbers that people see beside the thoughts. */
export function numbersOf(ids: readonly string[], draft: ReviewDraft, base: Content): number[] {
  const places = thoughtsAtHand(draft, base).map(({ id }) => id);
  return ids.map((id) => places.indexOf(id) + 1).filter((number) => number > 0);
}
