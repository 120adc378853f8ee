import type { Decision } from "#lib/domain/review/draft.ts";
import { deliberationStrings } from "./deliberation.ts";
import { named } from "./review.ts";
import { listed, percent, plural } from "./words.ts";

/** What the pages of adjudication say. */
export const adjudicationStrings = {
  title: "Adjudication",
  titleOf: (ref: string) => `Adjudication of ${ref}`,
  description:
    "Records whose reviews disagree, lowest agreement first. Someone who had no part in them decides; the reviewers see what was decided and why.",
  none: "Nothing waits for adjudication",
  noneText: "Records come here when all their reviews are in and differ, in the decision or in the text.",
  allDone: "That was the last one",
  shown: (shown: number, total: number) =>
    `The ${shown} with the lowest agreement, of ${total.toLocaleString("en")}.`,
  columns: { record: "Record", severity: "Severity", agreement: "Agreement", decisions: "Decisions" },
  agreement: (share: number | null) => (share === null ? "unknown" : percent(share)),
  mine: "You reviewed it: another lead decides",
  decisions: {
    approve: "approve",
    request_changes: "ask for changes",
    reject: "reject",
  } satisfies Record<Decision, string>,
  toReview: "Go to review",
  toRecord: "See the record",
  toList: "All records to adjudicate",
  ownReview: "You reviewed this record, so another lead has to decide.",
  nothingToDecide: "There is nothing to decide here: the record was adjudicated, or it changed meanwhile.",
  chooseResponse: "Choose a response.",
  /** By the numbers that are shown beside the thoughts. */
  chooseLabels: (numbers: readonly number[]) => `Choose a label for ${named(numbers)}.`,

  readings: "Readings",
  reading: (by: string, decision: Decision) => `${by}: ${adjudicationDecisions[decision]}`,
  noNote: "No note",
  scores: "Scores",
  scoresHint: "Of the record as it was given",
  dimension: "Dimension",
  spread: "Apart",
  apart: (points: number) => (points === 0 ? "agree" : plural(points, "point")),
  notScored: "–",
  thoughts: "Thoughts",
  points: (differing: number, all: number) =>
    differing === 0 ? "Reviewers agree on every thought." : `${differing} of ${all} thoughts differ.`,
  pointName: (number: number, differs: boolean, label: keyof typeof deliberationStrings.labels | undefined) =>
    [`Thought ${number}`, differs && "differs", label && deliberationStrings.labels[label]]
      .filter(Boolean)
      .join(", "),
  whose: (number: number) => `Whose thought ${number}`,
  whoseResponse: "Whose response",
  by: (names: readonly string[]) => listed(names),
  asGiven: "As given",
  given: "As it was given",
  leftAsGiven: "Left as it was given",
  removed: "Removed",
  notAdded: "Not added",
  addedBy: (names: readonly string[]) => `Added by ${listed(names)}`,
  agree: "all agree",
  toChoose: "to choose",
  notLabelled: "not labelled",
  label: (number: number) => `Label of thought ${number}`,
  decided: "Decided:",
  edit: "Edit",
  doneEditing: "Done",
  editText: (number: number) => `Text of thought ${number}`,
  editResponse: "Text of the response",
  order: "Order of the thoughts",
  orderOf: (by: string, order: string) => `${by}: ${order.replaceAll(",", ", ")}`,
  response: "Response",
  verdict: (answer: string) => `response ${answer}`,

  decide: "Decide",
  deciding: "Deciding…",
  yourDecision: "Your decision",
  comment: "Comment to the reviewers",
  commentHint: "They read it beside their own reading.",
  decidedToast: (ref: string) => `${ref} adjudicated`,
  keys: "↑ ↓ thought · ← → whose · 1–6 label · e edit · n comment · a c r decision",
} as const;

const adjudicationDecisions = {
  approve: "approves",
  request_changes: "asks for changes",
  reject: "rejects",
} as const;
