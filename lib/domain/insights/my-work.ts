import type { Feedback } from "#lib/domain/adjudication/feedback.ts";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import type { Decision } from "#lib/domain/review/draft.ts";

/** What came of a review of one's own, as far as it may be known. */
export type WorkOutcome =
  /** It can still be taken back. */
  | { kind: "just_now" }
  /** Others have yet to judge it. */
  | { kind: "waiting" }
  /** Reviews differ; somebody else will decide. */
  | { kind: "disputed" }
  /** Its round was closed before all had judged it, as when policies change. */
  | { kind: "closed" }
  /** Decided as this person did; alone where nobody else was asked. */
  | { kind: "agreed"; decision: Decision; alone: boolean }
  | { kind: "adjudicated"; feedback: Feedback }
  /** It was known to be bad. */
  | { kind: "planted"; noticed: boolean };

/** A review of one's own. */
export type WorkRow = {
  id: string;
  ref: string;
  /** Of the prompt, cut to what a list shows; null where its reader wants it blurred. */
  text: string | null;
  decision: Decision;
  at: string;
  outcome: WorkOutcome;
  /** What they would decide after seeing the others; null where they did not say. */
  now: Decision | null;
  /** Open threads in which others said something about the record. */
  comments: number;
};

/** How well somebody tells flawed records from sound ones. */
export type Detection = {
  /** Share of planted flaws that they noticed. */
  hits: Estimate;
  /** Share of records that others approved as they were, in which they saw a flaw. */
  falseAlarms: Estimate;
};

/** What somebody did in a project and what came of it, newest first; `older` is the cursor of the next page. */
export type MyWork = { rows: WorkRow[]; older: string | null; detection: Detection };
