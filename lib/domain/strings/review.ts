import type { Label } from "#lib/domain/deliberation/reply.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { Decision, NoteKind, ReasoningVerdict, ResponseVerdict } from "#lib/domain/review/draft.ts";
import { deliberationStrings } from "./deliberation.ts";
import { exposureStrings } from "./exposure.ts";
import { gradingStrings } from "./grading.ts";
import { listed, plural } from "./words.ts";

/** “thought 2”, “thoughts 2, 3 and 7”. */
export function named(numbers: readonly number[]): string {
  if (numbers.length > 5) return plural(numbers.length, "thought");
  return `thought${numbers.length === 1 ? "" : "s"} ${listed(numbers)}`;
}

/** What the queue and the review room say. */
export const reviewStrings = {
  reasoning: {
    question: "Reasoning",
    answers: { sound: "sound", fixed: "fixed", flawed: "flawed" } satisfies Record<ReasoningVerdict, string>,
  },
  response: {
    question: "Response",
    answers: { right: "right", fixed: "fixed", wrong: "wrong" } satisfies Record<ResponseVerdict, string>,
  },
  decisions: {
    approve: "approved",
    request_changes: "asked for changes",
    reject: "rejected",
  } satisfies Record<Decision, string>,
  statuses: {
    awaiting_review: "awaiting review",
    in_review: "in review",
    needs_adjudication: "needs adjudication",
    changes_requested: "changes requested",
    approved: "approved",
    rejected: "rejected",
    stale: "stale",
    superseded: "superseded",
    withdrawn: "withdrawn",
  } satisfies Record<RecordStatus, string>,
  noteKinds: {
    remark: "Note",
    policy_gap: "Gap in the policy",
    guidelines_gap: "Gap in the guidelines",
  } satisfies Record<NoteKind, string>,

  /** What Submit will do, put together by `sayOutcome`. */
  sentence: {
    approves: (changed: boolean) => (changed ? "Approves your version" : "Approves it as it is"),
    asks: (changed: boolean) => (changed ? "Asks for changes to your version" : "Asks for changes"),
    rejects: (changed: boolean) => (changed ? "Rejects it, also in your version" : "Rejects it"),
    sound: (n: number) => `${plural(n, "thought")} sound`,
    fixed: (n: number) => `${plural(n, "thought")} fixed`,
    flawed: (n: number) => `${plural(n, "thought")} flawed`,
    added: (n: number) => `${n} added`,
    removed: (n: number) => `${n} removed`,
    restored: (n: number) => `${n} restored`,
    split: (n: number) => `${plural(n, "thought")} split`,
    merged: (n: number) => `${plural(n, "thought")} merged`,
    reordered: "order changed",
    because: (labels: readonly Label[]) =>
      ` (${labels.map((label) => deliberationStrings.labels[label]).join(", ")})`,
    response: {
      right: "response as it was",
      fixed: "response fixed",
      wrong: "response wrong",
    } satisfies Record<ResponseVerdict, string>,
  },

  /** What is missing before Submit; the numbers are those shown beside the thoughts. */
  missing: {
    labels: (numbers: readonly number[], all: boolean) =>
      all
        ? "Label the thoughts, or say that the reasoning is sound."
        : `Label ${named(numbers)} too, or answer for the rest under Reasoning.`,
    labelsBeforeFlaw: (numbers: readonly number[]) =>
      `Label ${named(numbers)} too: all up to the first flaw.`,
    decision: "Mend what is flawed, or ask for changes, or reject.",
    emptyThought: (numbers: readonly number[]) => `Write ${named(numbers)}, or remove it.`,
    noThoughts: "A chain of thought needs at least one thought.",
    emptyResponse: "Write a response.",
    whatToChange: "Say in the note what should change.",
    whyRejected: "Say why: label a thought, mark the response wrong, or write a note.",
    scores: (missing: readonly Dimension[]) =>
      missing.length === dimensions.length
        ? "Score it, below the response."
        : missing.length > 2
          ? `Score the other ${missing.length} dimensions too.`
          : `Score ${listed(missing.map((dimension) => gradingStrings.dimension[dimension].toLowerCase()))} too.`,
  },

  /** Why a record cannot be claimed, or a claim is lost. What was written is never gone. */
  noClaim: {
    assigned: "This record is held for other people. Take the next one; what you wrote here is kept.",
    taken: "Somebody else is reviewing this record. Take the next one; what you wrote here is kept.",
    closed: "This record is not open for review any more. What you wrote is kept.",
    submitted: "You have given your review of this record already.",
    superseded:
      "A newer run made this record anew. Take the next one; what you wrote on this version is kept.",
    withdrawn: "This record was withdrawn. Take the next one; what you wrote here is kept.",
    policy_changed:
      "The policies changed while you were reading. Claim the record anew to judge it by those in force; what you wrote is kept.",
    ...exposureStrings.heldBack,
  },
  savedElsewhere: "This review was saved in another tab or on another device since. Both versions are kept.",
  unreadableDraft: "This review could not be read. Reload the page; what you wrote is kept on this device.",
  erased: "The content of this record was erased.",
  nothingWouldChange: "Choose what you would change, or write why you would not.",
  notRevealed: "What others said is shown once your own review can no longer be taken back.",
  undoOver: "The time to take this back is over. A lead can withdraw an approval.",
  withdraw: {
    reasonMissing: "Say why.",
    notApproved: "No approval of this record is in force.",
  },
} as const;
