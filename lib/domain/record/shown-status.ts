import { isOpen, type RecordStatus } from "./status.ts";

/** How far a status may be told to somebody. */
export type Telling = {
  /** Whether they could review the record themselves. */
  mayReview: boolean;
  /** Whether what led to it can still be taken back. */
  unsettled: boolean;
};

/**
 * The status of a record as a list or a count may show it. Who reviews is not told who else is at work, nor what came
 * of a review that can still be taken back: to them such a record awaits review.
 */
export function shownStatus(status: RecordStatus, { mayReview, unsettled }: Telling): RecordStatus {
  if (!mayReview) return status;
  if (status === "in_review" || (unsettled && !isOpen(status))) return "awaiting_review";
  return status;
}

/**
 * Numbers of records by status, as they may be told; a status that none has is not named.
 *
 * @param unsettled statuses of the records of which something was said that can still be taken back
 */
export function shownCounts(
  counts: Partial<Record<RecordStatus, number>>,
  { mayReview, unsettled }: { mayReview: boolean; unsettled: readonly RecordStatus[] },
): Partial<Record<RecordStatus, number>> {
  const shown: Partial<Record<RecordStatus, number>> = {};
  const add = (status: RecordStatus, n: number) => {
    shown[status] = (shown[status] ?? 0) + n;
  };
  for (const [status, n] of Object.entries(counts) as [RecordStatus, number][]) {
    add(shownStatus(status, { mayReview, unsettled: false }), n);
  }
  for (const status of unsettled) {
    const told = shownStatus(status, { mayReview, unsettled: true });
    const counted = shownStatus(status, { mayReview, unsettled: false });
    if (told !== counted) {
      add(counted, -1);
      add(told, 1);
    }
  }
  return Object.fromEntries(Object.entries(shown).filter(([, n]) => n !== 0));
}
