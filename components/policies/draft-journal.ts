import { z } from "zod";
import type { Journal } from "./draft-store.ts";

const Kept = z.object({
  unsaved: z.object({ text: z.string(), baseVersion: z.int() }).nullable(),
  aside: z.string().nullable(),
});

/** Keeps unsaved text of one draft in this browser, so that neither a crash nor a lost connection costs a word. */
export function browserJournal(name: string): Journal {
  const key = `colloquy.draft.${name}`;
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
        if (kept) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // A browser that stores nothing still saves to the server.
      }
    },
  };
}
