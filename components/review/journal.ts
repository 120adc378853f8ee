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
export type Journal = {
  /** What pages that are gone have left behind; null if nothing. */
  recover(): Promise<Kept | null>;
  write(kept: Kept): void;
};

/** Long enough for a key to be painted, short enough for no word to be lost. */
const afterPaintMs = 50;

const Entry = Kept.extend({ at: z.number() });

/**
 * Keeps one review in this browser, so that neither a crash nor a lost connection costs a word. Each visit writes an
 * entry of its own; what is found of other pages is theirs for as long as they live, what is found of this page is of
 * an earlier visit.
 */
export function browserJournal(reviewId: string): Journal {
  const prefix = `colloquy.review.${reviewId}.`;
  const page = thisPage();
  visits += 1;
  const own = `${prefix}${page}.${visits}`;
  return {
    async recover() {
      const others = await otherPages(page);
      store();
      const left = keysWith(prefix)
        .filter((key) => key !== own && !others.has(key.slice(prefix.length).split(".")[0] ?? ""))
        .flatMap((key) => readEntry(key) ?? [])
        .sort((one, other) => other.at - one.at);
      const [newest, ...older] = left.map(({ key, kept }) => {
        localStorage.removeItem(key);
        return kept;
      });
      if (!newest) return null;
      return { ...newest, aside: newest.aside ?? older[0]?.unsaved?.draft ?? null };
    },
    write(kept) {
      if (waiting.size === 0) setTimeout(store, afterPaintMs);
      waiting.set(own, kept);
    },
  };
}

/** Storing takes a moment, so it comes after the key is on the screen, and before the page can be gone. */
const waiting = new Map<string, Kept>();

function store() {
  for (const [key, kept] of waiting) write(key, kept);
  waiting.clear();
}

function write(key: string, { unsaved, aside }: Kept) {
  try {
    if (unsaved || aside) localStorage.setItem(key, JSON.stringify({ unsaved, aside, at: Date.now() }));
    else localStorage.removeItem(key);
  } catch {
    // A browser that stores nothing still saves to the server.
  }
}

function readEntry(key: string): { key: string; at: number; kept: Kept } | null {
  try {
    const { at, ...kept } = Entry.parse(JSON.parse(localStorage.getItem(key) ?? ""));
    return { key, at, kept };
  } catch {
    return null;
  }
}

function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

const lockPrefix = "colloquy.page.";
let page: string | undefined;
/** How often a review was opened on this page. */
let visits = 0;

/** A name for this page, which the browser holds as a lock until the page is gone, however that happens. */
function thisPage(): string {
  if (page) return page;
  page = Math.random().toString(36).slice(2);
  window.addEventListener("pagehide", store);
  document.addEventListener("visibilitychange", store);
  // Plain HTTP has no locks; there, every other page counts as gone.
  void navigator.locks?.request(lockPrefix + page, () => new Promise(() => {}));
  return page;
}

/** Pages that live, but for this one. */
async function otherPages(page: string): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const living = new Set(held.flatMap(({ name }) => name?.slice(lockPrefix.length) ?? []));
  living.delete(page);
  return living;
}
