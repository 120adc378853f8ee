import type { Content } from "#lib/domain/record/content.ts";
import { assess } from "#lib/domain/review/assess.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { missingFrom } from "#lib/domain/review/missing.ts";
import { numbersOf, sayMissing } from "#lib/domain/review/sentence.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { type Reading, responsesDiffer } from "./compare.ts";

/** What has to be decided first, as a sentence; null where nothing has. Here nobody can answer for all thoughts at once. */
export function sayOpen(draft: ReviewDraft, base: Content, readings: readonly Reading[]): string | null {
  const [missing] = missingFrom(draft, base);
  if (missing?.kind === "labels") return strings.chooseLabels(numbersOf(missing.thoughts, draft, base));
  if (missing) return sayMissing(missing, draft, base);
  return isResponseOpen(draft, base, readings) ? strings.chooseResponse : null;
}

/** Whether the response is still to be chosen before an approval. */
function isResponseOpen(draft: ReviewDraft, base: Content, readings: readonly Reading[]): boolean {
  return (
    responsesDiffer(readings) &&
    draft.responseVerdict === null &&
    draft.response === null &&
    assess(draft, base).decision === "approve"
  );
}
