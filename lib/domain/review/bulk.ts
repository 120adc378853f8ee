import { z } from "zod";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import { bulkStrings as strings } from "#lib/domain/strings/bulk.ts";
import { QueueChoice } from "./queue-choice.ts";
import type { QueueView } from "./view.ts";

/** How many records one bulk action may touch. */
export const bulkLimit = 1_000;

const bulkKinds = ["withdraw", "reopen"] as const;

/** What a lead can do to many records at once: withdraw their approvals, or offer them for review again. */
export type BulkKind = (typeof bulkKinds)[number];

/** What a list of this status can have done to all of its records; null for none. */
export function bulkKindOf(list: QueueView): BulkKind | null {
  if (list === "approved") return "withdraw";
  return list === "rejected" || list === "withdrawn" || list === "needs_adjudication" ? "reopen" : null;
}

/** Why a record is left out. */
export type LeftOutBecause = "erased" | "planted" | "changed";

/** What decides whether a record is touched. */
export type BulkSubject = { status: RecordStatus; planted: boolean; erased: boolean; unsettled: boolean };

/**
 * Whether a bulk action touches a record as it is now.
 *
 * @returns null if it does, else why not
 */
export function leftOutBecause(
  kind: BulkKind,
  { status, planted, erased, unsettled }: BulkSubject,
): LeftOutBecause | null {
  const fits = status !== "in_review" && status !== "awaiting_review" && bulkKindOf(status) === kind;
  if (!fits || unsettled) return "changed";
  if (planted) return "planted";
  // An approval of what was erased can be withdrawn; nobody can review it again.
  return erased && kind === "reopen" ? "erased" : null;
}

/** What becomes of a record. Withdrawn approvals are offered again only where that is wanted. */
export function statusAfter(kind: BulkKind, { again }: { again: boolean }): "awaiting_review" | "withdrawn" {
  return kind === "withdraw" && !again ? "withdrawn" : "awaiting_review";
}

/** Which records, before anything is done. */
export const BulkQuestion = z.object({ kind: z.enum(bulkKinds), choice: QueueChoice });

/** What would be done: refs of the records that would be touched, and of those that would not with the reason. */
export type BulkPreview = {
  touched: string[];
  leftOut: { ref: string; because: LeftOutBecause }[];
  /** Whether more fit than can be done at once. */
  more: boolean;
  /** How many of those touched are in a data set that was frozen: it stays as it is. */
  inSnapshots: number;
};

/** What is to be done, to the records as they were previewed. */
export const BulkOrder = z.object({
  kind: z.enum(bulkKinds),
  refs: z.array(z.string().max(100)).min(1).max(bulkLimit),
  reason: z.string().trim().min(1, strings.reasonMissing).max(500),
  /** Whether approvals that are withdrawn are followed by another review. */
  again: z.boolean(),
});

export type BulkOrder = z.infer<typeof BulkOrder>;

/** What was done, with the id by which it is taken back. */
export type BulkResult = { id: string; touched: number; leftOut: { ref: string; because: LeftOutBecause }[] };
