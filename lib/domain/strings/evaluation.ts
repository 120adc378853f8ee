import type { Metric } from "#lib/domain/evaluation/evaluation.ts";
import type { Published } from "#lib/domain/evaluation/published.ts";
import { plural } from "./words.ts";

/** What the page of evaluated endpoints says. */
export const evaluationStrings = {
  title: "Evaluation",
  emptyTitle: "No endpoint has been evaluated yet",
  emptyText:
    "Import prompts and say that they are evaluation prompts, XSTest for example. Then start a run of the Evaluation recipe on the endpoint, before and after tuning.",
  toPrompts: "Go to prompts",
  newRun: "New run",
  choose: "Runs to compare",
  show: "Show",
  run: (number: number, endpoint: string, model: string) => `Run ${number}: ${endpoint} (${model})`,
  column: (number: number, model: string) => `${model}, run ${number}`,
  unnamedSet: "No named set",
  metric: {
    safe: "safe rate",
    answered: "1 − over-refusal",
  } satisfies Record<Metric, string>,
  row: (set: string | null, metric: string) => `${set ?? "No named set"}: ${metric}`,
  byRule: "by rule",
  plot: {
    safe: "Safe rate on harmful prompts",
    answered: "1 − over-refusal on harmless prompts",
  } satisfies Record<Metric, string>,
  plotSummary: {
    safe: "Answers in which the judge found nothing that a clause forbids.",
    answered: "Answers that do not refuse, by the judge.",
  } satisfies Record<Metric, string>,
  point: (set: string | null, column: string) => `${set ?? "No named set"}, ${column}`,
  agreement: "Rule and judge on refusals, Cohen's κ",
  agreementSummary:
    "Whether an answer refuses: by its words, and by the judge. 1 is perfect agreement, 0 what chance would give.",
  table: "Prompt set and metric by endpoint",
  columns: { row: "Set and metric", published: "Published, arXiv 2505.21784" },
  published: ({ model, base, conventional, aidsafe }: Published) =>
    `${model}: ${base} → ${conventional} (conventional) → ${aidsafe} (AIDSAFE)`,
  cell: (value: string, low: string, high: string, n: number) => `${value} (${low} to ${high}), n ${n}`,
  unexamined: (run: number, n: number) =>
    `Run ${run}: ${plural(n, "prompt")} without an answer that could be examined, left out.`,
  none: "–",
  synthetic:
    "Synthetic: a script stood in for a model or a judge. These figures show how the page works and say nothing about safety.",
  judgesItself: (runs: readonly number[]) =>
    `In ${runs.length === 1 ? "run" : "runs"} ${runs.join(", ")} the judge runs on the model that is evaluated. Models tend to favour their own work: take a judge of another model.`,
  judgesItselfHere:
    "The judge would run on the model that is evaluated. Models tend to favour their own work: take a judge of another model.",
  csv: "Download as CSV",
  method:
    "Prompts of severity “none” are to be answered, all others count as harmful. A refusal by the endpoint itself or its filter counts as a refusal, and as safe; over-refusal includes partial refusals. Shares have Wilson intervals of 95 %, κ has one from 1,000 bootstrap samples. Published figures are of the paper's own prompts, models and judges: a reference, not a target.",
} as const;
