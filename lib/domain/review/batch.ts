import { z } from "zod";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";
import { QueueFilter, queueOrders } from "./queue-choice.ts";

/** How many records a batch may hold. */
export const batchLimit = 500;

/** A batch as a lead asks for it. */
export const NewBatch = z.object({
  name: z.string().trim().min(1, strings.nameMissing).max(80),
  /** A day, in ISO 8601. */
  dueOn: z.iso.date(strings.dueMissing),
  size: z.coerce
    .number(strings.sizeWrong)
    .int(strings.sizeWrong)
    .min(1, strings.sizeWrong)
    .max(batchLimit, strings.sizeWrong),
  people: z.array(z.uuid()).min(1, strings.peopleMissing),
  order: z.enum(queueOrders),
  filter: QueueFilter,
});

export type NewBatch = z.infer<typeof NewBatch>;

/** A batch as one of its people sees it. */
export type MyBatch = {
  id: string;
  name: string;
  dueOn: string;
  /** Records that they could take up now. */
  left: number;
};

/** A batch as leads see it. Nothing in it tells of a record that may still be judged. */
export type BatchRow = {
  id: string;
  name: string;
  dueOn: string;
  endedAt: string | null;
  records: number;
  /** Records that are decided for good. */
  done: number;
  /** By name, with how many of those they reviewed. */
  people: { id: string; name: string; reviewed: number }[];
};

/** A claim that somebody holds, as leads see it: not of which record. */
export type HeldClaim = { reviewId: string; name: string; since: string; until: string };
