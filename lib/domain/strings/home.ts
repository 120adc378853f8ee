import type { RecordStatus } from "#lib/domain/record/status.ts";
import { plural } from "./words.ts";

/** What the project home says. */
export const homeStrings = {
  waitingTitle: (n: number) =>
    n === 0 ? "Nothing waits for you" : `${plural(n, "record waits", "records wait")} for your review`,
  waitingNone: "New records appear here when a run ends or someone gives a claim back.",
  waitingText: "Records are offered in order, one at a time. What you write is kept as you type.",
  continue: (ref: string) => `Go on with record ${ref}`,
  startReviewing: "Start reviewing",
  watch: "Watch a deliberation",
  firstSteps: "First steps",
  steps: {
    watched: { title: "Watch a deliberation", text: "Two agents argue over one prompt, live." },
    fixed: { title: "Fix a thought", text: "Open a record, edit a thought that is wrong, label it." },
    approved: { title: "Approve", text: "Submit with Ctrl+Enter. The approval pins text and policies." },
    released: { title: "Export", text: "Freeze approved records and download them as JSONL." },
  },
  importFirst: "Import prompts first",
  stepDone: "done",
  running: "Running",
  runningNone: "No run is under way.",
  newRun: "New run",
  allRuns: "All runs",
  records: "Records",
  recordsNone: "No records yet. A run or an import of existing chains of thought makes them.",
  status: {
    awaiting_review: "Awaiting review",
    in_review: "In review",
    needs_adjudication: "Needs adjudication",
    changes_requested: "Changes requested",
    approved: "Approved",
    rejected: "Rejected",
    stale: "Stale",
    superseded: "Superseded",
    withdrawn: "Withdrawn",
  } satisfies Record<RecordStatus, string>,
  outcomes: "How deliberations ended",
  outcome: "Outcome",
  deliberations: "Deliberations",
  removed: "What refiners removed",
  removedOver: (n: number) => `From the newest ${plural(n, "record")}.`,
  approvedByDay: "Approved in the last 14 days",
  approvedSum: (n: number) => `${plural(n, "record")} approved.`,
  day: "Day",
  approvals: "Approvals",
  label: "Label",
  thoughts: "Thoughts",
  costPerApproved: "Cost per approved record",
  prompts: "Prompts",
  syntheticNotice:
    "The figures below include rehearsal data, written by a script. They show that everything works; they say nothing about the quality of a model.",
} as const;
