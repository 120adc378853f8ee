import type { Undefined } from "#lib/domain/agreement/estimate.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { plural } from "./words.ts";

/** What the pages of insights and of one's own work say. */
export const insightStrings = {
  title: "Insights",
  /** What each page answers. */
  about: {
    agreement: "How reviewers agree, how deliberations end, and what a usable record costs.",
    coverage: "Which policies and clauses are cited, and what became of the records that cite them.",
    quality: "What one way of making chains of thought gains over another, by judges.",
    judges: "Whether judges score as people do.",
    evaluation: "How safely endpoints answer, and how often they refuse without need.",
    planted: "Whether reviewers and judges notice flaws that are known.",
    exposure: "What reading for this project adds up to.",
  },
  pages: "Pages of insights",
  agreement: "Agreement",

  alpha: "Krippendorff's α",
  alphaSummary: (rounds: number) =>
    `From ${plural(rounds, "round")} of review that all reviewers have finished. 1 is perfect agreement, 0 what chance would give.`,
  kappa: "Cohen's κ of each two people",
  kappaSummary: "On decisions, and on labels of thoughts.",
  scales: {
    decisions: "Decisions",
    labels: "Labels of thoughts",
    soundness: "Sound or flawed",
  },
  score: (dimension: string) => `Score: ${dimension.toLowerCase()}`,
  pair: (one: string, other: string) => `${one} and ${other}`,
  pairOn: (pair: string, scale: string) => `${pair}, ${scale.toLowerCase()}`,
  columns: { what: "Of", value: "Value", interval: "95 % interval", n: "n", records: "Records" },
  interval: (low: string, high: string) => `${low} to ${high}`,
  noInterval: "none: one record only",
  n: (n: number) => `n ${n.toLocaleString("en")}`,
  undefinedBecause: {
    nothing_shared: "undefined because nothing was judged by two people",
    no_variation: "undefined because everybody always said the same",
    nothing_judged: "nothing to judge yet",
  } satisfies Record<Undefined, string>,
  noAgreement: "No two people have judged the same record yet",
  noAgreementText:
    "Set two or more reviews per record in the settings. As soon as all reviewers of a record are done, their agreement shows here.",
  toSettings: "Go to settings",
  method:
    "Only independent reviews count: open rounds, planted flaws, adjudications and what was written after others were shown are left out. Intervals are from 1,000 bootstrap samples of whole records.",
  csv: "Download as CSV",

  detection: "Flaws noticed",
  hits: "Planted flaws noticed",
  falseAlarms: "Flaws seen in sound records",
  detectionSummary:
    "Planted flaws are records that a lead knows to be bad. Sound records are those that others approved word for word.",
  detectionPrivate: "You see this first: leads see it a day later.",

  planted: {
    description:
      "Records known to be bad, mixed into the queue to see whether flaws are noticed. They look like any other, are given once to everybody who has not reviewed the original, and are never released.",
    rate: "Share of planted records",
    percent: "Of a hundred records that a reviewer is given",
    percentOutOfRange: "Enter a whole number from 0 to 20.",
    percentHint: "0 gives none. What is planted already stays.",
    save: "Save",
    saved: "Share saved",
    plant: "Plant a flaw",
    ref: "Record",
    refHint: "An approved record to write a flaw into, or a rejected one that is bad as it is.",
    refMissing: "Enter the number of a record, such as 12.184.",
    choose: "Choose",
    cannotPlant: "Only approved and rejected records can be planted. Check the number.",
    flawMissing: "Choose a thought and write the flaw into it.",
    flawUnchanged: "Change the thought, so that it is flawed.",
    flawIn: "Thought to make flawed",
    flawText: "The flawed thought",
    asItIs: (ref: string) => `${ref} was rejected: it is planted as it is.`,
    confirm: "Plant it",
    planted: "Planted",
    none: "Nothing is planted",
    noneText: "Choose a record above. Reviewers meet it as often as the share says.",
    withdraw: "Take out",
    withdrawn: "taken out",
    wholeBad: "bad as it is",
    columns: { record: "Record", source: "Copy of", flaw: "Flaw", reviewed: "Judged", noticed: "Noticed" },
    byPerson: "Flaws noticed, by reviewer",
    byPersonSummary: "Without the last 24 hours: reviewers see theirs first.",
    noOne: "Nobody has judged a planted record yet, or only within the last day.",
    hitsOf: (name: string) => `${name}: planted flaws noticed`,
    falseAlarmsOf: (name: string) => `${name}: flaws seen in sound records`,
  },

  work: {
    title: "My work",
    description: "What you reviewed, what came of it, and what others tell you about it.",
    none: "You have not reviewed anything yet",
    noneText: "What you submit appears here, with what was decided in the end.",
    toReview: "Go to review",
    reviews: "Your reviews",
    you: (decision: Decision) =>
      ({ approve: "You approved", request_changes: "You asked for changes", reject: "You rejected" })[
        decision
      ],
    just_now: "Just submitted; you can still take it back.",
    waiting: "Waits for the others who review it.",
    disputed: "Reviews differ; somebody else will decide.",
    closed: "Closed before all had judged it.",
    agreed: {
      approve: "Approved: all reviewers agree.",
      request_changes: "Changes asked for: all reviewers agree.",
      reject: "Rejected: all reviewers agree.",
    } satisfies Record<Decision, string>,
    alone: {
      approve: "Approved.",
      request_changes: "Changes asked for.",
      reject: "Rejected.",
    } satisfies Record<Decision, string>,
    upheld: (by: string) => `${by} adjudicated and decided as you did.`,
    overruled: (by: string, decision: Decision) =>
      `${by} adjudicated and ${{ approve: "approved it", request_changes: "asked for changes", reject: "rejected it" }[decision]}.`,
    noticed: "This was a planted flaw, and you noticed it.",
    missed: "This was a planted flaw, and it escaped you.",
    now: (decision: Decision) =>
      `After seeing the others, you would ${{ approve: "approve it", request_changes: "ask for changes", reject: "reject it" }[decision]}.`,
    comments: (n: number) => `${plural(n, "open comment")} by others`,
    differences: (n: number) => `Decided otherwise on ${plural(n, "point")}`,
    comment: (by: string) => `${by} to the reviewers`,
    yours: "You",
    decided: "Decided",
    thought: "Thought",
    added: "A thought that was added",
    response: "Response",
    removed: "removed",
    notThere: "not there",
  },
} as const;
