import { z } from "zod";

/** Why records or pairs of a project are not in a snapshot, in the order in which the reasons are looked at. */
export const leftOutReasons = [
  "erased",
  /** Mixed into the queue as known-bad. */
  "planted",
  /** Its prompt is set aside to evaluate endpoints with. */
  "evaluation",
  /** A clause that it cites has changed since it was written. */
  "stale",
  /** Of pairs: nobody has judged it yet, or it was put aside. */
  "not_kept",
  /** No approval in force: still in review, asked to change, rejected, withdrawn or superseded. */
  "not_approved",
  /** The filter did not ask for it. */
  "filtered",
  /** Another record of the same prompt was approved later. */
  "older_approval",
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

const count = z.int().nonnegative();

/** How many records were left out, by reason. A record counts once, for the first reason that holds. */
export const LeftOut = z.object({
  erased: count,
  planted: count,
  // Older lists do not know it.
  evaluation: count.default(0),
  stale: count,
  /** Older snapshots say nothing of pairs. */
  not_kept: count.default(0),
  not_approved: count,
  filtered: count,
  older_approval: count,
} satisfies Record<LeftOutReason, z.ZodType<number>>);

export type LeftOut = z.infer<typeof LeftOut>;
