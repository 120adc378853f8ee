import type { Fitness } from "#lib/domain/grading/judge-agreement.ts";

/** What the page of judges beside people says. */
export const judgesStrings = {
  title: "Judges",
  emptyTitle: "No judge and person have scored the same record yet",
  emptyText:
    "Grade a run, and have people score what judges scored: that is a setting of the project. As soon as all reviewers of such a record are done, the agreement shows here.",
  kappa: "Weighted κ",
  kappaSummary: (least: number) =>
    `Agreement beyond chance, far misses counting more. Below ${least} a judge is unfit for the dimension.`,
  spearman: "Spearman's ρ",
  spearmanSummary: "Whether judge and people put records in the same order.",
  difference: "Mean difference, in points",
  differenceSummary: "Judge less person: right of 0 the judge scores higher.",
  synthetic:
    "Synthetic: a script stood in for a model or a judge. These figures show how the page works and say nothing about judges.",
  table: (judge: string) => `${judge} beside people`,
  columns: { dimension: "Dimension", interval: "95 % interval", n: "n", fitness: "Fit" },
  fitness: { fit: "fit", unfit: "unfit", unknown: "not known" } satisfies Record<Fitness, string>,
  unfit: "unfit",
  unfitHint: "Agrees too little with people on this dimension to rely on.",
  unfitNotice: (judge: string, dimensions: string) =>
    `${judge} agrees too little with people on: ${dimensions}. Do not rely on these figures where they rest on it.`,
  method:
    "Each pair is a judge's score and a person's, of the same revision on the same dimension; only reviews of rounds that are closed count, planted flaws do not. Weights of κ are quadratic, ties in ρ have middle ranks, intervals are from 1,000 bootstrap samples of whole records. A judge's scores are suggestions, whatever the figures say.",
  csv: "Download as CSV",
} as const;
