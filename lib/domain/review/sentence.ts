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
  }
}

/** Whether anything of the text is changed. */
function hasChanges({ edited, added, removed, restored, responseChanged }: Assessment): boolean {
  return edited.length + added + removed.length + restored.length > 0 || responseChanged;
}

function partsOf(assessment: Assessment, draft: ReviewDraft, base: Content): string[] {
  const { edited, removed, restored, added, unfixed, response } = assessment;
  const isApproved = assessment.decision === "approve";
  const untouched = base.thoughts.filter(isKept).length - edited.length - removed.length - unfixed.length;
  const mended = edited.length + removed.length + restored.length + added > 0;
  return [
    unfixed.length > 0 && sentence.flawed(unfixed.length) + because(unfixed, draft),
    edited.length > 0 && sentence.fixed(edited.length) + because(edited, draft),
    removed.length > 0 && sentence.removed(removed.length) + because(removed, draft),
    added > 0 && sentence.added(added),
    restored.length > 0 && sentence.restored(restored.length),
    !mended && isApproved && sentence.sound(untouched),
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
function numbersOf(ids: readonly string[], draft: ReviewDraft, base: Content): number[] {
  const places = thoughtsAtHand(draft, base).map(({ id }) => id);
  return ids.map((id) => places.indexOf(id) + 1).filter((number) => number > 0);
}
