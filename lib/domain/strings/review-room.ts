import type { Disposition, Label } from "#lib/domain/deliberation/reply.ts";
import { deliberationStrings } from "./deliberation.ts";
import { plural } from "./words.ts";

const { labels } = deliberationStrings;

/** What the review room says around a record. */
export const roomStrings = {
  title: (ref: string) => `Review of ${ref}`,
  prompt: "Prompt",
  promptFrom: (dataSet: string | null, category: string | null) =>
    ["Prompt", [dataSet, category].filter(Boolean).join(", ")].filter(Boolean).join(" · "),
  showAll: "Show all",
  showLess: "Show less",
  earlierMessages: (n: number) => `Show ${plural(n, "earlier message")}`,
  hideEarlier: "Hide earlier messages",
  backToPrompt: "Back to the prompt",
  synthetic: "rehearsal data",

  context: "Intents and clauses",
  openContext: "Context",
  intents: "Intents",
  clausesCited: "Clauses cited here",
  noClauses: "No thought cites a clause.",
  allPolicies: (set: number) => `All policies, version ${set}`,
  onlyCited: "Only the cited ones",
  unknownClause: "Not in the policies that this round judges by.",
  guidelines: "Guidelines",

  tabs: {
    label: "Views of the record",
    refined: "Refined",
    deliberation: "Deliberation",
    changes: "Changes",
    history: "History",
  },

  thoughts: "Thoughts",
  thoughtName: (number: number, label: Label | undefined, parts: readonly string[]) =>
    [`Thought ${number}`, label && labels[label], ...parts].filter(Boolean).join(", "),
  edited: "edited",
  removed: "removed",
  split: "split",
  merged: "merged",
  added: "added",
  asItStood: "As it stood:",
  labelOf: (number: number) => `Label of thought ${number}`,
  sound: "sound",
  firstFlaw: "first flaw",
  toLabel: "to label",
  editText: (number: number) => `Text of thought ${number}`,
  emptyThought: "Write the thought",
  edit: "Edit",
  doneEditing: "Done",
  reset: "Reset",
  remove: "Remove",
  restore: "Restore",
  addAfter: "Add after",
  merge: "Merge with next",
  splitHere: "Split here",
  moveUp: "Move up",
  moveDown: "Move down",
  addFirst: "Add a thought",
  showChange: "show the change",
  hideChange: "hide the change",
  youEdited: "you edited it",
  youAdded: "you added it",
  youSplit: "you split it",
  youMerged: "you merged it",
  rewordedBy: (name: string) => `reworded by the ${name.toLowerCase()}`,
  editedByPerson: "edited by a reviewer",
  writtenByPerson: "a reviewer",
  imported: "imported",
  initial: (name: string) => `${name}, initial`,
  inRound: (name: string, round: number) => `${name}, round ${round}`,
  from: (ids: number) => `from ${plural(ids, "thought")}`,
  turnOf: (author: string) => `${author}: show the turn`,

  citesNone: "cites no clause",
  clause: (number: string) => `Clause ${number}`,
  uncite: (number: string) => `Cite clause ${number} no more`,
  addClause: "clause",
  chooseClauses: (number: number) => `Clauses of thought ${number}`,
  findClause: "Find a clause",
  noClauseFound: "No clause has these words.",

  response: "Response",
  editResponse: "Text of the response",
  disposition: "What the response does",
  dispositions: {
    comply: "complies",
    safe_alternative: "offers a safe alternative",
    refuse: "refuses",
  } satisfies Record<Disposition, string>,
  dispositionUnknown: "not said",

  beside: "Your note and other decisions",
  note: "Note",
  notePlaceholder: "For whoever reads this review",
  gapPlaceholder: "What does the policy not say? The leads will read this.",
  noGap: "An ordinary note",
  askForChanges: "Ask for changes",
  reject: "Reject",
  flagGap: "Flag a gap in the policy",
  flagGuidelinesGap: "Flag a gap in the guidelines",
  gapAbout: (number: number) => `About thought ${number}`,
  skip: "Skip, no reason needed",
  removedBefore: "Removed by the refiner",
  because: (label: Label | null, by: string, why: string) =>
    [label && labels[label], by, why].filter(Boolean).join(" · "),
  afterSubmit: "After you submit",
  othersAfter: (n: number) =>
    n === 1
      ? "What one other reviewer said, once you both have."
      : `What ${n} other reviewers said, once you have.`,

  facts: {
    title: "This record",
    origin: "Came of",
    revision: "Revision",
    policies: "Judged by",
    version: (set: number) => `policies, version ${set}`,
  },

  submit: "Submit and next",
  submitting: "Submitting…",
  answers: "Your answers",
  followAgain: "Let it follow from labels and edits",
  claim: "Review this record",
  next: "Next record",
  toQueue: "To the queue",

  saved: "Saved",
  saving: "Saving…",
  notSaved: "Not saved, kept on this device",
  twoVersions: "Not saved: written in two places",
  offline: "Offline: kept on this device",
  signedOut: "Signed out: kept on this device",
  signIn: "Sign in",
  yoursUntil: "yours until",
  left: (n: number, more: boolean) => `${n}${more ? "+" : ""} left`,
  claimed: (ref: string) => `Record ${ref} is yours.`,

  brief: {
    changes_requested: "Changes were asked for",
    policy_changed: "The policies changed since this was judged. Judge it by those in force.",
  },
  lost: "You do not hold this record any more",
  claimAgain: "Claim it anew",
  restored: "Changes that had not reached the server were found on this device and are saved now.",

  erased: "The content of this record was erased",

  done: {
    approve: "You approved this record.",
    request_changes: "You asked for changes.",
    reject: "You rejected this record.",
    skipped: "You skipped this record.",
    takeBack: "Take back",
  },
  reading: "You are reading this record.",
  offered: "Nobody has this record. Claim it to label and edit.",

  undo: {
    submitted: (ref: string) => `${ref} submitted`,
    skipped: (ref: string) => `${ref} skipped`,
    action: "Undo",
  },

  changes: {
    none: "Nothing is changed.",
    comparedWith: "Compared with",
    revision: (number: number, said: string) => `Revision ${number}, ${said.toLowerCase()}`,
    asGiven: "as it was given",
    edited: (number: string) => `Thought ${number}, edited`,
    added: "Added",
    removed: "Removed",
    restored: "Restored",
    moved: "Moved",
    reshaped: (numbers: readonly number[]) =>
      numbers.length > 1
        ? `Merged from thoughts ${numbers.join(" and ")}`
        : `Split from thought ${numbers.join()}`,
    response: "Response",
    disposition: "What the response does",
    clausesAdded: (clauses: readonly string[]) => `now cites ${clauses.join(", ")}`,
    clausesRemoved: (clauses: readonly string[]) => `no longer cites ${clauses.join(", ")}`,
  },

  history: {
    made: { deliberation: "Came of a deliberation", import: "Imported", person: "Written by a reviewer" },
    revision: (number: number) => `revision ${number}`,
    openings: {
      first: "Offered for review again",
      changes_requested: "Offered for review again, with changes asked for",
      policy_changed: "Offered for review again, since the policies changed",
    },
    you: "You",
    reviewed: (by: string, decision: string) => `${by} ${decision}`,
    noText: "no text changed",
    reasoning: (answer: string) => `reasoning ${answer}`,
    response: (answer: string) => `response ${answer}`,
    labelled: (label: string, n: number) => `${n} ${label}`,
    showChanges: "Show what was changed",
    hideChanges: "Hide what was changed",
    restore: "Take this text up again",
    restored: (number: number) => `Your draft says what revision ${number} said. Undo takes that back.`,
    approvalWithdrawn: (by: string | null) =>
      by === null ? "Approval withdrawn" : `${by} withdrew the approval`,
    hidden: "What others said and changed appears once you have submitted your own review.",
  },

  deliberation: {
    none: "This record was imported: no deliberation was held.",
    open: "Open the deliberation",
  },

  conflict: {
    title: "This review was written in two places",
    description: "Both versions are kept. Choose which one to go on with; the other stays on this device.",
    here: "In this tab",
    there: "Saved elsewhere",
    keep: "Go on with this one",
    nothing: "No decision follows yet.",
  },
  aside: {
    text: "The other version of this review is kept on this device.",
    swap: "Switch to it",
    drop: "Let it go",
  },

  leaving: {
    title: "Leave what is not saved?",
    description:
      "What you wrote last did not reach the server. It is kept on this device and comes back when you open this record here again.",
    leave: "Leave",
    stay: "Stay",
  },
  signInAgain: {
    title: "You were signed out",
    description: "Sign in to go on. What you wrote is still here and is saved at once.",
  },
  newerTab: {
    text: "This record is open in a newer tab, which leads. Write in one of them only.",
    lead: "Go on in this one",
  },

  withdraw: {
    open: "Withdraw the approval",
    title: "Withdraw this approval?",
    description:
      "The record leaves every data set that is built from now on. Data sets already frozen keep it.",
    reason: "Reason",
    again: "Offer it for review again",
    confirm: "Withdraw",
  },

  keys: {
    title: "Keys",
    open: "Keys",
    typing: "While you type, only the first four act.",
    leave: "Leave the text field",
    splitText: "Split the thought at the cursor",
    labels: "Label the thought; sound moves on to the next",
  },

  acts: {
    submit: "Submit and go to the next record",
    claim: "Review this record",
    palette: "Go to, filter, do: all by name",
    previousThought: "Previous thought",
    nextThought: "Next thought",
    nextUnlabelled: "Next thought to label",
    restIsSound: "The rest is sound",
    labelAs: (label: string) => `Label as ${label}`,
    edit: "Edit the thought or the response",
    change: "Show what you changed in it",
    cite: "Choose the clauses it cites",
    add: "Add a thought after it",
    merge: "Merge it with the next thought",
    moveUp: "Move it up",
    moveDown: "Move it down",
    remove: "Remove it, or restore it",
    note: "Write a note",
    askForChanges: "Ask for changes",
    reject: "Reject",
    policyGap: "Flag a gap in the policy",
    guidelinesGap: "Flag a gap in the guidelines",
    skip: "Skip, no reason needed",
    undo: "Undo, also what you just submitted or skipped",
    redo: "Redo",
    guidelines: "Show the guidelines",
    previousRecord: "Previous record",
    nextRecord: "Next record",
    keys: "Show all keys",
    tab: (name: string) => `Show: ${name}`,
  },

  outline: {
    label: "Outline of the thoughts",
    thought: (number: number, said: string) => `Thought ${number}, ${said}`,
    toLabel: (n: number) => `${n} to label`,
    none: "All labelled",
    flawed: (n: number) => `${n} flawed`,
    notAsked: "no label asked for",
    next: "Next to label",
    rest: "The rest is sound",
  },
} as const;
