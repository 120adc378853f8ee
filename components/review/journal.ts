import { z } from "zod";
import { ReviewDraft } from "#lib/domain/review/draft.ts";

const Kept = z.object({
  /** What was written on which version of the stored draft; null where the server has it. */
  unsaved: z.object({ version: z.int(), draft: ReviewDraft }).nullable(),
  /** The draft of a conflict that was not gone on with. */
  aside: ReviewDraft.nullable(),
});

export type Kept = z.infer<typeof Kept>;

/** Where a review waits until the server has it. */
export type Journal = { read(): Kept | null; write(kept: Kept): void };

/** Keeps one review in this browser, so that neither a crash nor a lost connection costs a word. */
export function browserJournal(reviewId: string): Journal {
  const key = `colloquy.review.${reviewId}`;
  return {
    read() {
      try {
        return Kept.nullable().parse(JSON.parse(localStorage.getItem(key) ?? "null"));
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        if (kept.unsaved || kept.aside) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // A browser that stores nothing still saves to the server.
      }
    },
  };
}
