import type { CoverageGroup } from "#lib/domain/insights/coverage.ts";

/** What the page about coverage says. */
export const coverageStrings = {
  title: "Coverage",
  groups: {
    waiting: "to review",
    disputed: "to adjudicate",
    approved: "approved",
    rejected: "rejected",
    other: "superseded or withdrawn",
  } satisfies Record<CoverageGroup, string>,
  byPolicy: "What became of records that cite each policy",
  byPolicySummary: "A record counts once for each policy that it cites.",
  alike: "Rounds in which all reviewers decided alike",
  alikeSummary:
    "Of rounds with several reviewers, by the policies that the record cites; with 95 % intervals.",
  table: "By clause",
  columns: {
    clause: "Policy or clause",
    records: "Records",
    waiting: "To review",
    disputed: "To adjudicate",
    approved: "Approved",
    rejected: "Rejected",
    other: "Superseded or withdrawn",
    alike: "Decided alike",
  },
  columnsOf: { what: "Policy", share: "Share", interval: "95 % interval", n: "Rounds" },
  policy: (number: string, title: string) => `${number} · ${title}`,
  notCited: "cited by nothing",
  method: (newest: string) =>
    `Counted over the newest ${newest} records and the newest 2,000 rounds. Planted records are left out.`,
  emptyTitle: "Nothing to count yet",
  emptyText: "Coverage is counted once policies are published and records cite them.",
} as const;
