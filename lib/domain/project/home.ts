import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { Label } from "#lib/domain/deliberation/reply.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { RunRow } from "#lib/domain/run/view.ts";

/** What the project home shows: what waits for me, what is running, how good it is. */
export type Home = {
  /** Records open to me for review, counted up to `waitingLimit`. */
  waitingForMe: number;
  /** The record I claimed and have not finished, by its ref. */
  unfinished: string | null;
  /** For leads and readers; null for annotators, to whom counts by status would tell what others did. */
  overview: Overview | null;
};

export type Overview = {
  prompts: number;
  records: Partial<Record<RecordStatus, number>>;
  running: RunRow[];
  /** Outcomes of all runs that open reviews. */
  outcomes: Partial<Record<Outcome, number>>;
  /** What refiners removed from the newest records, by label. */
  removed: { label: Label; n: number }[];
  /** Over how many records that was counted. */
  removedOver: number;
  /** Approvals in force by day of the last fourteen, oldest first; days in ISO form, UTC. */
  approvedByDay: { day: string; n: number }[];
  /** Micro-dollars spent on all runs per approval in force; null while nothing is approved or nothing cost anything. */
  costPerApproved: number | null;
  synthetic: boolean;
  /** First steps, true where done. */
  steps: { watched: boolean; fixed: boolean; approved: boolean; released: boolean };
};
