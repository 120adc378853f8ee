/** What became of a record so far. */
export const recordStatuses = [
  "awaiting_review",
  "in_review",
  "needs_adjudication",
  "changes_requested",
  "approved",
  "rejected",
  "stale",
  "superseded",
  "withdrawn",
] as const;

export type RecordStatus = (typeof recordStatuses)[number];

/** Statuses in which a record has an open round that people may claim a slot of. */
export const openStatuses = [
  "awaiting_review",
  "in_review",
  "changes_requested",
  "stale",
] as const satisfies readonly RecordStatus[];

/** Whether people may review a record of this status. */
export function isOpen(status: RecordStatus): boolean {
  return (openStatuses as readonly RecordStatus[]).includes(status);
}
