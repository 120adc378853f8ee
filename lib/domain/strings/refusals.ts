import { plural } from "./words.ts";

/** What is said of models that decline the task. */
export const refusalStrings = {
  title: "Refused tasks",
  hint: "Replies in which a model would not deliberate, or a filter held its reply back. An answer that declines the prompt is not among them.",
  columns: { category: "Category", model: "Model", rate: "Refused", replies: "Replies" },
  noCategory: "no category",
  others: (rows: number) => plural(rows, "other row"),
  none: (replies: number) => `No task was refused in ${plural(replies, "reply", "replies")}.`,
  total: (refusals: number, replies: number, percent: string) =>
    `${refusals.toLocaleString("en")} of ${plural(replies, "reply", "replies")} (${percent}).`,
  percent: (rate: number) =>
    rate > 0 && rate < 0.001
      ? "< 0.1 %"
      : `${(rate * 100).toLocaleString("en", { maximumFractionDigits: 1 })} %`,
} as const;
