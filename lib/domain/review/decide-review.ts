import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type Content, contentKey } from "#lib/domain/record/content.ts";
import { applyDraft } from "./apply-draft.ts";
import { assess } from "./assess.ts";
import type { Decision, NoteKind, ReasoningVerdict, ResponseVerdict, ReviewDraft } from "./draft.ts";
import { missingFrom } from "./missing.ts";
import { sayMissing } from "./sentence.ts";

/** What submitting a draft does, before routing. */
export type Submission = {
  decision: Decision;
  reasoning: ReasoningVerdict | null;
  responseVerdict: ResponseVerdict;
  note: string | null;
  noteKind: NoteKind;
  /** Judgements of the base as it was given. */
  labels: { thoughtId: string; label: Label }[];
  /** The text that the decision is about, where it is not that of the base: it becomes a revision. */
  content: Content | null;
};

/**
 * What a draft amounts to when it is submitted.
 *
 * @param revision number for the revision, should one be minted
 * @throws Refused `invalid` where something is missing, with the sentence that says what
 */
export function decideReview(draft: ReviewDraft, base: Content, revision: number): Submission {
  const [missing] = missingFrom(draft, base);
  const { decision, reasoning, response } = assess(draft, base);
  if (missing || decision === null) {
    throw new Refused("invalid", sayMissing(missing ?? { kind: "decision" }, draft, base));
  }
  const content = applyDraft(draft, base, revision);
  const note = draft.note.trim();
  return {
    decision,
    reasoning,
    responseVerdict: response,
    note: note === "" ? null : note,
    noteKind: draft.noteKind,
    labels: labelsOf(draft, base),
    content: contentKey(content) === contentKey(base) ? null : content,
  };
}

/** Labels given one by one, and *sound* for the rest where the reviewer answered for all. */
function labelsOf(draft: ReviewDraft, base: Content): Submission["labels"] {
  const restIsSound = draft.reasoning === "sound" || draft.reasoning === "fixed";
  return base.thoughts.filter(isKept).flatMap(({ id }) => {
    const label = draft.labels[id] ?? (restIsSound ? "sound" : null);
    return label === null ? [] : [{ thoughtId: id, label }];
  });
}
