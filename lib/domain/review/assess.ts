import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { isEdited } from "./apply-draft.ts";
import type { Decision, ReasoningVerdict, ResponseVerdict, ReviewDraft } from "./draft.ts";

/** What is asked of the reviewer of a record. */
export type ReviewRules = {
  /** Labels are asked for up to the first flaw that stands, and all of those. */
  stopAtFirstFlaw: boolean;
  /** Each dimension of the rubric is to be scored. */
  asksScores: boolean;
};

export const everyThought: ReviewRules = { stopAtFirstFlaw: false, asksScores: false };

/** What a draft says of its base, counted, and what follows from it. Thoughts are named by id, in reading order. */
export type Assessment = {
  /** Kept in the base, asked for and without a label; none once the reviewer answered for the rest. */
  unlabelled: string[];
  /** Labelled as other than sound. */
  flawed: string[];
  /** Of these, the ones that stand unchanged. */
  unfixed: string[];
  edited: string[];
  removed: string[];
  restored: string[];
  /** Thoughts of the base that were split or merged: others stand in their place. */
  split: string[];
  merged: string[];
  /** How many were written anew. */
  added: number;
  /** Whether thoughts that stay stand in another order. */
  reordered: boolean;
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
export function assess(draft: ReviewDraft, base: Content, rules: ReviewRules = everyThought): Assessment {
  const given = base.thoughts.filter(isKept);
  const flawed = given.filter(({ id }) => (draft.labels[id] ?? "sound") !== "sound").map(({ id }) => id);
  const { split, merged, removed, edited, restored } = changesOf(draft, base);
  const replaced = new Set([...split, ...merged, ...removed, ...edited]);
  const unfixed = flawed.filter((id) => !replaced.has(id));
  const answeredForAll = draft.reasoning === "sound" || draft.reasoning === "fixed";
  const asked = rules.stopAtFirstFlaw ? upTo(given, unfixed[0]) : given;
  const unlabelled = answeredForAll
    ? []
    : asked.filter(({ id }) => draft.labels[id] === undefined).map(({ id }) => id);
  const added = draft.added.filter(({ from }) => from.length === 0).length;
  const reordered = draft.order.length > 0;
  const mended = replaced.size + restored.length + draft.added.length > 0 || reordered;
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
    split,
    merged,
    added,
    reordered,
    responseChanged,
    reasoning,
    reasoningFollows: draft.reasoning === null,
    response,
    responseFollows: draft.responseVerdict === null,
    decision: draft.decision ?? (good ? "approve" : null),
  };
}

/** What was done to the thoughts of the base; each is in one list at most. */
function changesOf(draft: ReviewDraft, base: Content) {
  const mergedFrom = new Set(draft.added.flatMap(({ from }) => (from.length > 1 ? from : [])));
  const splitFrom = new Set(draft.added.flatMap(({ from }) => (from.length === 1 ? from : [])));
  const isReshaped = (id: string) => mergedFrom.has(id) || splitFrom.has(id);
  const ids = base.thoughts.map(({ id }) => id);
  const gone = base.thoughts.filter(isKept).filter(({ id }) => draft.removed.includes(id));
  return {
    merged: ids.filter((id) => mergedFrom.has(id)),
    split: ids.filter((id) => splitFrom.has(id) && !mergedFrom.has(id)),
    removed: gone.map(({ id }) => id).filter((id) => !isReshaped(id)),
    edited: base.thoughts
      .filter((thought) => isEdited(thought, draft))
      .map(({ id }) => id)
      .filter((id) => !isReshaped(id) && !draft.removed.includes(id)),
    restored: draft.restored.filter((id) => ids.includes(id)),
  };
}

function upTo(thoughts: readonly Thought[], id: string | undefined): readonly Thought[] {
  const place = thoughts.findIndex((thought) => thought.id === id);
  return place < 0 ? thoughts : thoughts.slice(0, place + 1);
}

/** Labels every thought *sound* that is asked for and has no label. */
export function labelRest(draft: ReviewDraft, base: Content, rules: ReviewRules): ReviewDraft {
  const { unlabelled } = assess({ ...draft, reasoning: null }, base, rules);
  const sound = Object.fromEntries(unlabelled.map((id) => [id, "sound" as const]));
  return { ...draft, labels: { ...draft.labels, ...sound } };
}
