import type { BlindAnswer } from "#lib/domain/pair/judge.ts";
import type { PairOrigin } from "#lib/domain/pair/view.ts";
import { percent, plural } from "./words.ts";

/** What the page says on which one person judges one pair. */
export const pairRoomStrings = {
  title: "Judge a pair",
  question: "Which chain of thought is better?",
  blindHint: "Which side comes from where is said once you have answered.",
  sides: ["First", "Second"],
  thoughts: "Thoughts",
  response: "Response",
  onlyHere: "only here",
  high: "One side may be bad reasoning on purpose. A pair counts as high severity.",
  left: (n: number, isMore: boolean) => `${n.toLocaleString("en")}${isMore ? "+" : ""} left`,
  answers: {
    first: "The first",
    second: "The second",
    neither: "Neither",
  } satisfies Record<BlindAnswer, string>,
  skip: "Skip",
  next: "Next pair",
  differences: "Show differences",
  keys: "Keys: 1, 2 and 3 answer, d shows differences, then k keeps, f flips, x puts aside; s skips, Ctrl/⌘+Z undoes.",
  bar: "Your answer",

  youFound: {
    selected: "You found the selected side better.",
    rejected: "You found the rejected side better.",
    neither: "You found neither better.",
  },
  selected: "selected",
  rejected: "rejected",
  origin: {
    belief:
      "The rejected side was said by a model that was told something untrue first. It is never preferred, whoever finds it better.",
    edit: "The rejected side is what a reviewer was given; the selected one is what was approved.",
    round:
      "The rejected side is what an earlier round of review began with; the selected one is what was approved.",
  } satisfies Record<PairOrigin, string>,
  unreviewed: "The selected side is not approved: a pair that you keep leaves only once it is.",
  scores: (selected: number, rejected: number) =>
    `Probable violation, by the scorer: ${percent(selected)} selected, ${percent(rejected)} rejected.`,
  labels: "Why it was changed",
  others: (name: string, better: string, decision: string | null) =>
    `${name}: ${better}${decision === null ? "" : `, ${decision}`}`,
  otherBetter: { selected: "selected better", rejected: "rejected better", neither: "neither better" },
  otherDecision: { keep: "kept", flip: "flipped", discard: "put aside" },
  toDeliberation: "Read the deliberation",
  keep: "Keep",
  flip: "Flip",
  flipHint:
    "Flipping makes the sides change places; the pair then leaves only once what was given is approved.",
  discard: "Put aside",
  discardWhy: "Why is it put aside?",
  judgedBetter: "Rejected side better",
  faults: {
    no_difference: "No real difference",
    both_poor: "Both are poor",
    harmful: "Harmful detail",
    judged_better: "Rejected side better",
  },
  back: "Back",
  decided: {
    keep: "You kept this pair.",
    flip: "You flipped this pair.",
    discard: "You put this pair aside.",
  },
  undo: "Undo",
  undoLast: "Undo the last one",

  answerFirst: "Say which side is better first.",
  settled: "This pair was judged.",
  claimFirst: "Claim this pair first.",
  taken: "Somebody else is judging this pair.",
  none: "There is no such pair.",
  nothingToUndo: "There is no decision of yours to take back.",
  inDataSet: "A data set holds this pair by now. Its list never changes.",
  free: "Nobody is judging this pair.",
  take: "Judge this pair",
  toList: "To the pairs",
  waiting: (n: number, isMore: boolean) =>
    `${n.toLocaleString("en")}${isMore ? "+" : ""} ${n === 1 ? "pair waits" : "pairs wait"} to be judged.`,
  nothingWaits: "No pair waits to be judged.",
  start: "Judge pairs",
  allDone: "That was the last pair.",
  kept: "Your decision is kept.",
  makeFromEdits: "Make pairs from edits",
  made: (n: number) =>
    n === 0
      ? "There was nothing new to make a pair of."
      : `${plural(n, "new pair", "new pairs")} of what people changed.`,
} as const;
