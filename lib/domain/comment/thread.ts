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

/** Comments of one thread, oldest first, and whether there are some before them. */
export type CommentPage = { comments: CommentLine[]; hasEarlier: boolean };

/** What was said about a record, or about one thought of it. */
export type Thread = CommentPage & {
  id: string;
  /** Id of the thought; null for the record as a whole. */
  thoughtId: string | null;
  resolved: { by: string; at: string } | null;
};

/** Threads of a record, oldest first, and whether there are some before them. */
export type ThreadPage = { threads: Thread[]; hasOlderThreads: boolean };
