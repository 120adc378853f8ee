import type { QueueView } from "#lib/domain/review/view.ts";

/** What the queue page says. */
export const queueStrings = {
  title: "Review",
  description:
    "Judge chains of thought one at a time. The oldest comes first; two grave ones never follow each other while something gentler waits.",
  readerDescription: "Chains of thought, and what their reviewers made of them.",
  start: "Start reviewing",
  nothingWaits: "Nothing waits for you",
  limit: (n: number) => `${n.toLocaleString("en")}+`,
  views: {
    waiting: "Waiting for you",
    mine: "Reviewed by you",
    needs_adjudication: "Needs adjudication",
    changes_requested: "Changes requested",
    approved: "Approved",
    rejected: "Rejected",
    stale: "Stale",
    superseded: "Superseded",
    withdrawn: "Withdrawn",
  } satisfies Record<QueueView, string>,
  lists: "Lists of records",
  columns: {
    record: "Record",
    severity: "Severity",
    category: "Category",
    source: "Source",
    decision: "Your decision",
  },
  allSeverities: "Every severity",
  allPolicies: "Every policy",
  policy: "Cites a clause of",
  policyName: (number: number, title: string) => `${number} · ${title}`,
  filter: "Filter",
  begun: "begun",
  erased: "Erased",
  none: {
    waiting: "Nothing waits for you",
    mine: "You have not reviewed anything yet",
    other: "No record is here",
  },
  noneFiltered: "No record fits these filters.",
  clearFilters: "Clear filters",
  emptyText: "Records come from runs that open reviews, and from imported chains of thought.",
  toRuns: "Go to runs",
  allDone: "That was the last one. Nothing else waits for you.",
} as const;
