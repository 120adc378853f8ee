import type { BulkKind, LeftOutBecause } from "#lib/domain/review/bulk.ts";
import { plural } from "./words.ts";

/** What becomes of data sets when what they hold is no longer approved. */
export const frozenStays = "A frozen data set stays as it is; new ones take only what is approved by then.";

/** What is said where leads do something to many records at once. */
export const bulkStrings = {
  open: { withdraw: "Withdraw these approvals", reopen: "Offer these again" } satisfies Record<
    BulkKind,
    string
  >,
  title: { withdraw: "Withdraw approvals", reopen: "Offer for review again" } satisfies Record<
    BulkKind,
    string
  >,
  looking: "Looking which records this touches …",
  touched: (n: number) => `Touches ${plural(n, "record")}`,
  nothing: "No record of this list can be touched.",
  leftOut: (n: number) => `Leaves out ${n}`,
  because: {
    erased: "its content was erased",
    planted: "it was planted",
    changed: "it was decided anew or has changed since",
  } satisfies Record<LeftOutBecause, string>,
  more: (limit: number) =>
    `More records fit: the first ${limit.toLocaleString("en")} are touched, the rest can follow.`,
  inSnapshots: (n: number) =>
    `${n.toLocaleString("en")} of these ${n === 1 ? "is" : "are"} in a frozen data set. ${frozenStays}`,
  after: {
    withdraw: "The approvals stay in the history, marked as withdrawn with your reason.",
    reopen: "Each gets a new round of review of what it says now. Earlier reviews stay in its history.",
  } satisfies Record<BulkKind, string>,
  reason: "Reason",
  reasonMissing: "Say why.",
  again: "Offer them for review again",
  confirm: (kind: BulkKind, n: number) =>
    kind === "withdraw" ? `Withdraw ${plural(n, "approval")}` : `Offer ${plural(n, "record")}`,
  done: {
    withdraw: (n: number) => `${plural(n, "approval")} withdrawn`,
    reopen: (n: number) => `${plural(n, "record")} offered again`,
  } satisfies Record<BulkKind, (n: number) => string>,
  nothingTouched: "None of these records is as it was when you looked. Look again.",
  undone: (n: number) => `${plural(n, "record")} as before`,
  partlyUndone: (n: number, all: number) =>
    `${n} of ${all} records as before; the others have changed since.`,
} as const;
