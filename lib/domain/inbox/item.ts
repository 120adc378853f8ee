import type { Decision, NoteKind } from "#lib/domain/review/draft.ts";

/** How far back an inbox goes, in days. */
export const inboxDays = 30;

/** How many of each kind an inbox holds, the newest; counts stop there. */
export const newestOfKind = 50;

/** Something that concerns a person's own work: who did it, when they could first know (ISO 8601), on which record. */
export type InboxItem = { id: string; at: string; by: string } & (
  | { kind: "comment" | "resolved"; ref: string; text: string }
  | { kind: "adjudicated"; ref: string; decision: Decision }
  | { kind: "gap_found"; ref: string; noteKind: NoteKind; text: string }
  | { kind: "gap_closed"; ref: string; noteKind: NoteKind }
  /** `dueOn` is a day (ISO 8601). */
  | { kind: "batch"; name: string; records: number; dueOn: string }
);

/** An inbox, newest first, and up to when it was read before; null if never. */
export type Inbox = { items: InboxItem[]; readUntil: string | null };

/** How many items of an inbox were not read yet. */
export function countUnread({ items, readUntil }: Inbox): number {
  return items.filter(({ at }) => readUntil === null || at > readUntil).length;
}
