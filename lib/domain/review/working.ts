import { z } from "zod";
import { QueueFilter, queueOrders } from "./queue-choice.ts";

/** What a person works through, of all that waits for them: set when they start, followed by whatever comes next. */
export const Working = z.object({
  order: z.enum(queueOrders),
  filter: QueueFilter,
  /** Id of a batch, which is worked through in its own order. */
  batch: z.uuid().nullable().default(null),
});

export type Working = z.infer<typeof Working>;

/** All that waits, in the order of the queue. */
export const allThatWaits: Working = { order: "interleaved", filter: {}, batch: null };
