import type { ReviewerChange } from "#lib/domain/grading/run-yield.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { plural } from "./words.ts";

/** What the quality page says. */
export const qualityStrings = {
  title: "Quality",
  run: (number: number, recipe: string, records: number) =>
    `Run ${number}, ${recipe} (${plural(records, "record")} graded)`,
  base: "The run to compare with",
  other: "The run to compare",
  against: "against",
  compare: "Compare",

  emptyTitle: "There are no two graded runs to compare",
  emptyText:
    "Run the same prompts with the baseline and with AIDSAFE, then open each run and press “Grade what this run gave”.",
  toRuns: "Go to runs",
  nothingShared: "No prompt was answered and graded in both of these runs. Choose others.",
  syntheticNotice:
    "Synthetic: a script stood in for a model or a judge. These figures show how the page works and say nothing about quality.",
  synthetic: (text: string) => `Synthetic. ${text}`,

  differences: (other: number, base: number) => `Run ${other} less run ${base}, in points`,
  differencesSummary: "Mean difference over the same prompts. Right of 0 the compared run scores higher.",
  means: "Mean scores",
  meansSummary: "From 1 to 5, with 95 % intervals.",
  of: (dimension: string, run: number) => `${dimension}, run ${run}`,
  distributions: "Scores given",
  distributionsSummary: "How often judges gave each score from 1 to 5.",
  by: {
    category: "By category",
    outcome: "By outcome",
    policy: "By policy cited",
  },
  bySummary: "Difference in faithfulness of the thoughts to policy, in points.",
  policy: (number: string) => `Policy ${number}`,

  preference: "Preference, each pair shown in both orders",
  preferred: (other: number, base: number) => `Run ${other} preferred to run ${base}`,
  preferredSummary: "Wins and half the ties, over single orders. 50 % is no preference.",
  bias: "Position bias",
  biasSummary: "2·|P(first) − ½|: 0 where the place does not matter, 1 where it alone decides.",
  allJudges: "All judges",
  judge: "Judge",
  counts: (run: number) => [`Run ${run} wins`, "Ties", `Run ${run} loses`] as const,

  runName: (number: number) => `Run ${number}`,
  spent: "What an approved record took",
  noneApproved: "No record of these runs is approved yet, so there is nothing to divide by.",
  tokensEach: "Tokens per approved record",
  costEach: "Cost per approved record",
  eachSummary: "All that the run took, records that were not approved included. Grading is not.",
  spentColumns: [
    "Run",
    "Records",
    "Approved",
    "Tokens in",
    "of these cached",
    "Tokens out",
    "Cost",
    "Tokens per approved",
    "Cost per approved",
  ],
  refined: (run: number) => `What the refiner removed, run ${run}`,
  refinedSummary: (thoughts: number, records: number) =>
    `Of ${plural(thoughts, "thought")} in ${plural(records, "record")}, the newest ones.`,
  label: "Label",
  thoughts: "Thoughts",
  reviewed: (run: number) => `What reviewers changed, run ${run}`,
  reviewedSummary: (thoughts: number, reviews: number) =>
    `Of ${plural(thoughts, "thought")} given in ${plural(reviews, "finished review")}, the newest ones, and what was decided.`,
  change: "Change or decision",
  changes: {
    edited: "Thoughts edited",
    removed: "Thoughts removed",
    reshaped: "Split or merged",
    added: "Thoughts added",
    response: "Responses changed",
  } satisfies Record<ReviewerChange, string>,
  decisions: {
    approve: "Approved",
    request_changes: "Asked for changes",
    reject: "Rejected",
  } satisfies Record<Decision, string>,

  table: (prompts: number) => `Over ${plural(prompts, "prompt")} graded in both runs`,
  columns: {
    dimension: "Dimension",
    mean: (run: number, recipe: string) => `${recipe}, run ${run}`,
    gain: "Gain",
    interval: "95 % interval of the gain",
    n: "n",
    published: "Published, arXiv 2505.21784",
  },
  percent: (share: number) => `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(2)} %`,
  between: (low: string, high: string) => `${low} to ${high}`,
  publishedRow: (base: string, other: string, gain: string) => `${base} → ${other} (${gain})`,
  none: "–",
  csv: "Download as CSV",
  method:
    "A record's score is the mean of all judges that scored it. Intervals are from 1,000 bootstrap samples of whole prompts, each drawn with both runs' scores. Published figures are those of the paper, from other prompts, models and judges: a reference, not a target.",
} as const;
