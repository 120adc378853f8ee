import { plural } from "./words.ts";

/** What the pages of prompts say. */
export const promptStrings = {
  title: "Prompts",
  description: "What is deliberated on: single messages or conversations, with their source and severity.",
  import: "Import",
  emptyTitle: "No prompts yet",
  emptyText:
    "Import a CSV, TSV, JSON, JSONL or Parquet file. Existing chains of thought can come with their prompts.",
  noneFound: "No prompt fits these filters.",
  clearFilters: "Clear filters",
  columns: {
    prompt: "Prompt",
    severity: "Severity",
    category: "Category",
    source: "Source",
    records: "Records",
  },
  severity: { none: "none", low: "low", medium: "medium", high: "high", unrated: "unrated" },
  severityOf: (severity: string) =>
    severity === "none"
      ? "no severity"
      : severity === "unrated"
        ? "severity unrated"
        : `${severity} severity`,
  allSeverities: "Every severity",
  allCategories: "Every category",
  search: "Find in prompts",
  searchAction: "Find",
  conversation: (turns: number) => `conversation, ${plural(turns, "message")}`,
  evaluation: "evaluation",
  setAside: "Set aside for evaluation",
  setAsideTitle: "Set this prompt aside for evaluation?",
  setAsideDescription:
    "From now on only evaluations of endpoints take it, and nothing that came of it can enter a data set. This cannot be taken back.",
  setAsideConfirm: "Set it aside",
  inDataSet:
    "A frozen data set holds an item of this prompt, so that it cannot be used to evaluate what was trained on that.",
  erased: "Erased",
  run: "Run this prompt",
  promptNumber: (n: number) => `Prompt ${n}`,
  role: { system: "System", user: "User", assistant: "Assistant" },
  source: "Source",
  dataSet: "Data set",
  row: "Row",
  category: "Category",
  licence: "Licence",
  imported: "Imported",
  importNumber: (n: number) => `Import ${n}`,
  unknown: "not known",
  deliberations: "Deliberations",
  noDeliberations: "No run has taken this prompt yet.",
  records: "Records",
  noRecords: "No record came of this prompt yet.",
  first: "First page",
  next: "Next page",
} as const;
