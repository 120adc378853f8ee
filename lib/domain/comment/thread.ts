import { z } from "zod";
import { storable } from "#lib/domain/deliberation/storable.ts";
import { commentStrings } from "#lib/domain/strings/comments.ts";

/** The text of a comment. */
export const CommentText = z
  .string()
  .overwrite((text) => storable(text).trim())
  .min(1, commentStrings.textMissing)
  .max(10_000, commentStrings.textTooLong);

/** One comment as a reader may see it; `text` is null where it was erased. Instants in ISO 8601. */
export type CommentLine = { id: string; by: string; mine: boolean; text: string | null; at: string };

/** What was said about a record, or about one thought of it, oldest first. */
export type Thread = {
  id: string;
  /** Id of the thought; null for the record as a whole. */
  thoughtId: string | null;
  resolved: { by: string; at: string } | null;
  comments: CommentLine[];
};

/**
 * The threads that a reader may see. Before they may know what others did, only what they said themselves: a comment
 * tells as much as a review.
 */
export function visibleThreads(threads: readonly Thread[], revealed: boolean): Thread[] {
  if (revealed) return [...threads];
  return threads.flatMap((thread) => {
    if (!thread.comments[0]?.mine) return [];
    return [{ ...thread, resolved: null, comments: thread.comments.filter(({ mine }) => mine) }];
  });
}
