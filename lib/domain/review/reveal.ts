/** How long a terminal action can be taken back, as the screen says, in milliseconds. */
export const undoMs = 10_000;

/** How long the server allows it: the time on the screen plus the way to the server, in milliseconds. */
export const allowedUndoMs = undoMs + 2_000;

/** Whether a review that was submitted or skipped can still be taken back. */
export function canUndo(submittedAt: Date, now: Date): boolean {
  return now.getTime() - submittedAt.getTime() < allowedUndoMs;
}

/** When a review can no longer be taken back, and what follows from it may be seen by others. */
export function settledAt(submittedAt: Date): Date {
  return new Date(submittedAt.getTime() + allowedUndoMs);
}

/** What was said since then can still be taken back. */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - allowedUndoMs);
}

/**
 * Whether a person may see what others did with a record: their reviews, the revisions these minted, and the
 * status that followed. Not before all that this person could say independently is said for good.
 *
 * @param record whether the record is closed to further reviews, by reviews that can no longer be taken back
 * @param own when this person submitted a standing review in its newest round; null if not yet
 */
export function mayReveal(record: { closed: boolean }, own: Date | null, now: Date): boolean {
  return own === null ? record.closed : !canUndo(own, now);
}
