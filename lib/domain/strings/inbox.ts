import { inboxDays, newestOfKind } from "#lib/domain/inbox/item.ts";
import type { Decision, NoteKind } from "#lib/domain/review/draft.ts";
import { plural } from "./words.ts";

const gapNames = {
  remark: "gap",
  policy_gap: "gap in the policy",
  guidelines_gap: "gap in the guidelines",
} satisfies Record<NoteKind, string>;

/** What the inbox says. */
export const inboxStrings = {
  title: "Inbox",
  description: `What others say and decide about your work, and give you to review: of the last ${inboxDays} days, the newest ${newestOfKind} of each kind.`,
  unread: (count: number) => plural(count, "new message"),
  isNew: "new",
  none: "Nothing yet",
  noneText:
    "Batches for you, comments on records you worked on, decisions about your reviews and answers to gaps you found appear here.",
  comment: (by: string, ref: string) => `${by} commented on ${ref}`,
  adjudicated: (by: string, ref: string, decision: Decision) =>
    `${by} adjudicated ${ref} and ${
      { approve: "approved it", request_changes: "asked for changes", reject: "rejected it" }[decision]
    }`,
  gapFound: (by: string, ref: string, kind: NoteKind) => `${by} found a ${gapNames[kind]} at ${ref}`,
  gapClosed: (by: string, ref: string, kind: NoteKind) =>
    `${by} dealt with the ${gapNames[kind]} that you found in ${ref}`,
  resolved: (by: string, ref: string) => `${by} resolved what you asked about ${ref}`,
  batch: (by: string, name: string, records: number) =>
    `${by} gave you the batch “${name}” with ${plural(records, "record")}`,
  due: "Due",
  operator: "An operator",
  toGaps: "See the gap",
  toBatch: "To your batches",
  toRecord: "Open the record",
  toWork: "See what was decided otherwise",
} as const;
