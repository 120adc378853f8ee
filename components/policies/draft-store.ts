import { createStore } from "zustand/vanilla";
import type { Outcome } from "#lib/domain/outcome.ts";
import type { StoredDraft } from "#lib/domain/policy/view.ts";

/** A text on its way to the server, naming the version it was made from. */
export type DraftToSave = { text: string; baseVersion: number };

/** What the server answers: the version to name with the next save. */
export type SavedDraft = { version: number; savedAt: Date };

export type SaveDraft = (draft: DraftToSave) => Promise<Outcome<SavedDraft>>;

/** Where text waits until the server has it; the browser's own store, or nothing. */
export type Journal = {
  read: () => Kept | null;
  write: (kept: Kept | null) => void;
};

/** What a browser keeps of a draft. */
export type Kept = {
  /** The text as it was typed, and the version it goes on from; null where the server has it. */
  unsaved: { text: string; baseVersion: number } | null;
  /** The text of a conflict that was not gone on with. */
  aside: string | null;
};

export type DraftState = {
  text: string;
  /** The version of the stored draft that `text` goes on from; 0: there is none yet. */
  baseVersion: number;
  /** What the server holds, as far as this page knows. */
  storedText: string;
  savedAt: Date | null;
  phase: "saved" | "unsaved" | "saving" | "failed" | "conflict";
  /** Why the last save was refused. */
  message: string | null;
  /** The other text of a conflict; null where the draft is gone. */
  theirs: StoredDraft | null;
  /** The text that was not gone on with; kept until the writer lets go of it. */
  aside: string | null;
  /** Text was found in this browser that had not reached the server. */
  restored: boolean;

  type: (text: string) => void;
  save: () => Promise<void>;
  /** Goes on with one text of a conflict and keeps the other aside. */
  settle: (which: "mine" | "theirs") => void;
  dismissAside: () => void;
  /** Drops what this browser keeps: the draft was discarded. */
  forget: () => void;
  /** Takes up what the last visit left in this browser. Call once, after the page stands. */
  recover: () => void;
};

/**
 * What the browser knows of a draft that the server does not: unsaved text, a conflict and what became of its
 * other half. One save is under way at a time; nothing typed is dropped in any of its phases.
 */
export function createDraftStore(stored: StoredDraft, save: SaveDraft, journal: Journal) {
  return createStore<DraftState>()((set, get) => {
    function keep() {
      const { text, baseVersion, storedText, aside } = get();
      const unsaved = text === storedText ? null : { text, baseVersion };
      journal.write(unsaved || aside !== null ? { unsaved, aside } : null);
    }

    /** The server has this very text already: an earlier save arrived, and only its answer did not. */
    function adopt({ text, version, savedAt }: StoredDraft) {
      const phase = get().text === text ? "saved" : "unsaved";
      set({ baseVersion: version, storedText: text, savedAt, phase });
    }

    async function send() {
      const { text, baseVersion } = get();
      set({ phase: "saving", message: null });
      const outcome = await save({ text, baseVersion }).catch(() => null);
      if (outcome?.ok) {
        const { version, savedAt } = outcome.value;
        const isLatest = get().text === text;
        set({ baseVersion: version, storedText: text, savedAt, phase: isLatest ? "saved" : "unsaved" });
      } else if (outcome?.code === "conflict") {
        const theirs = (outcome.detail ?? null) as StoredDraft | null;
        if (theirs?.text === text) adopt(theirs);
        else set({ phase: "conflict", message: outcome.message, theirs });
      } else {
        set({ phase: "failed", message: outcome?.message ?? null });
      }
      keep();
    }

    return {
      text: stored.text,
      baseVersion: stored.version,
      storedText: stored.text,
      savedAt: stored.savedAt,
      phase: "saved",
      message: null,
      theirs: null,
      aside: null,
      restored: false,

      type(text) {
        const { phase, storedText } = get();
        const settled = text === storedText ? "saved" : "unsaved";
        set({ text, phase: phase === "conflict" || phase === "saving" ? phase : settled });
        keep();
      },

      async save() {
        const { phase } = get();
        if (phase === "unsaved" || phase === "failed") await send();
      },

      settle(which) {
        const { text, theirs } = get();
        const base = {
          baseVersion: theirs?.version ?? 0,
          storedText: theirs?.text ?? "",
          savedAt: theirs?.savedAt ?? null,
        };
        if (which === "mine")
          set({ ...base, phase: "unsaved", theirs: null, message: null, aside: theirs?.text ?? null });
        else
          set({
            ...base,
            text: theirs?.text ?? "",
            phase: "saved",
            theirs: null,
            message: null,
            aside: text,
          });
        keep();
      },

      forget() {
        set({ text: get().storedText, phase: "saved", aside: null });
        journal.write(null);
      },

      dismissAside() {
        set({ aside: null });
        keep();
      },

      recover() {
        const { unsaved = null, aside = null } = journal.read() ?? {};
        set({ aside });
        const { storedText, baseVersion, savedAt } = get();
        if (!unsaved || unsaved.text === storedText) return;
        if (unsaved.baseVersion === baseVersion) {
          set({ text: unsaved.text, phase: "unsaved", restored: true });
        } else {
          const theirs = { ...stored, text: storedText, version: baseVersion, savedAt };
          set({ text: unsaved.text, phase: "conflict", theirs });
        }
      },
    };
  });
}

export type DraftStore = ReturnType<typeof createDraftStore>;
