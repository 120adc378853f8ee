import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { isEdited } from "./apply-draft.ts";
import type { Decision, ReasoningVerdict, ResponseVerdict, ReviewDraft } from "./draft.ts";

/** What a draft says of its base, counted, and what follows from it. Thoughts are named by id, in reading order. */
export type Assessment = {
  /** Kept in the base and without a label; none once the reviewer answered for the rest. */
  unlabelled: string[];
  /** Labelled as other than sound. */
  flawed: string[];
  /** Of these, the ones that stand unchanged. */
  unfixed: string[];
  edited: string[];
  removed: string[];
  restored: string[];
  added: number;
  responseChanged: boolean;
  reasoning: ReasoningVerdict | null;
  /** Whether that follows from labels and edits, or the reviewer chose it. */
  reasoningFollows: boolean;
  response: ResponseVerdict;
  responseFollows: boolean;
  /** Null while nothing follows and nothing was chosen. */
  decision: Decision | null;
};

/**
 * Reads a draft. Reasoning follows from labels and edits: *flawed* while a flaw stands, *fixed* where something
 * was mended, *sound* once every thought is labelled so. To answer it sound or fixed by hand is to say that the
 * thoughts without a label are sound. Approval follows from good verdicts; asking for changes and rejecting are
 * always chosen.
 */
export function assess(draft: ReviewDraft, base: Content): Assessment {
  const given = base.thoughts.filter(isKept);
  const removed = given.filter(({ id }) => draft.removed.includes(id)).map(({ id }) => id);
  const edited = base.thoughts.filter((thought) => isEdited(thought, draft)).map(({ id }) => id);
  const flawed = given.filter(({ id }) => (draft.labels[id] ?? "sound") !== "sound").map(({ id }) => id);
  const restored = draft.restored.filter((id) => base.thoughts.some((thought) => thought.id === id));
  const unfixed = flawed.filter((id) => !edited.includes(id) && !removed.includes(id));
  const answeredForAll = draft.reasoning === "sound" || draft.reasoning === "fixed";
  const unlabelled = answeredForAll
    ? []
    : given.filter(({ id }) => draft.labels[id] === undefined).map(({ id }) => id);
  const mended = edited.length + removed.length + restored.length + draft.added.length > 0;
  const responseChanged =
    (draft.response ?? base.response).trim() !== base.response.trim() ||
    (draft.disposition ?? base.disposition) !== base.disposition;

  const reasoning =
    draft.reasoning ??
    (unfixed.length > 0 ? "flawed" : mended ? "fixed" : unlabelled.length === 0 ? "sound" : null);
  const response = draft.responseVerdict ?? (responseChanged ? "fixed" : "right");
  const good = (reasoning === "sound" || reasoning === "fixed") && response !== "wrong";
  return {
    unlabelled,
    flawed,
    unfixed,
    edited,
    removed,
    restored,
    added: draft.added.length,
    responseChanged,
    reasoning,
    reasoningFollows: draft.reasoning === null,
    response,
    responseFollows: draft.responseVerdict === null,
    decision: draft.decision ?? (good ? "approve" : null),
  };
}
