import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { type Content, contentKey } from "#lib/domain/record/content.ts";
import { applyDraft } from "./apply-draft.ts";
import { assess, everyThought, type ReviewRules } from "./assess.ts";
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
  /** Id of the thought at which a gap was found. */
  noteAbout: string | null;
  /** Judgements of the base as it was given. */
  labels: { thoughtId: string; label: Label }[];
  /** Of the base as well; none where they were not asked for. */
  scores: { dimension: Dimension; value: number }[];
  /** The text that the decision is about, where it is not that of the base: it becomes a revision. */
  content: Content | null;
};

/**
 * What a draft amounts to when it is submitted.
 *
 * @param revision number for the revision, should one be minted
 * @throws Refused `invalid` where something is missing, with the sentence that says what
 */
export function decideReview(
  draft: ReviewDraft,
  base: Content,
  revision: number,
  rules: ReviewRules = everyThought,
): Submission {
  const [missing] = missingFrom(draft, base, rules);
  const { decision, reasoning, response } = assess(draft, base, rules);
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
    noteAbout: aboutIn(draft, base),
    labels: labelsOf(draft, base),
    scores: rules.asksScores ? scoresOf(draft) : [],
    content: contentKey(content) === contentKey(base) ? null : content,
  };
}

/** The thought of the base that a gap is about; of one that was split or merged, the first that it came from. */
function aboutIn({ noteKind, noteAbout, added }: ReviewDraft, base: Content): string | null {
  if (noteKind === "remark" || noteAbout === null) return null;
  const id = added.find(({ key }) => key === noteAbout)?.from[0] ?? noteAbout;
  return base.thoughts.some((thought) => thought.id === id) ? id : null;
}

/** Labels given one by one, and *sound* for the rest where the reviewer answered for all. */
function labelsOf(draft: ReviewDraft, base: Content): Submission["labels"] {
  const restIsSound = draft.reasoning === "sound" || draft.reasoning === "fixed";
  return base.thoughts.filter(isKept).flatMap(({ id }) => {
    const label = draft.labels[id] ?? (restIsSound ? "sound" : null);
    return label === null ? [] : [{ thoughtId: id, label }];
  });
}

function scoresOf({ scores }: ReviewDraft): Submission["scores"] {
  return dimensions.flatMap((dimension) => {
    const value = scores[dimension];
    return value === undefined ? [] : [{ dimension, value }];
  });
}
