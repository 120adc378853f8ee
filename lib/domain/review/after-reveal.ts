import { z } from "zod";
import { type Label, labels } from "#lib/domain/deliberation/reply.ts";
import { storable } from "#lib/domain/deliberation/storable.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { type Decision, decisions } from "./draft.ts";

/** What somebody would say now that they know what others said: beside their review, never in place of it. */
export const AfterReveal = z.object({
  decision: z.enum(decisions),
  /** By id of a thought of the base; those that would change. */
  labels: z.record(z.string().min(1).max(80), z.enum(labels)),
  note: z
    .string()
    .max(10_000)
    .overwrite((text) => storable(text).trim()),
});

export type AfterReveal = z.output<typeof AfterReveal>;

/**
 * What is kept of it: labels that differ from one's own, of thoughts that were to be judged.
 *
 * @param own what the review said
 * @throws Refused `invalid` where nothing would change and nothing is said
 */
export function decideAfterReveal(
  { decision, labels: would, note }: AfterReveal,
  own: { decision: Decision; labels: Readonly<Record<string, Label>> },
  base: Content,
): { decision: Decision; note: string | null; labels: { thoughtId: string; label: Label }[] } {
  const changed = base.thoughts.flatMap(({ id }) => {
    const label = would[id];
    return label === undefined || label === own.labels[id] ? [] : [{ thoughtId: id, label }];
  });
  if (decision === own.decision && changed.length === 0 && note === "") {
    throw new Refused("invalid", reviewStrings.nothingWouldChange);
  }
  return { decision, note: note === "" ? null : note, labels: changed };
}
