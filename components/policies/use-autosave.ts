"use client";

import { useEffect } from "react";
import type { DraftStore } from "./draft-store.ts";

/** Long enough for a sentence to flow, short enough that nothing worth telling is lost. */
const restMs = 800;

/**
 * Saves a draft whenever its writer pauses, and when they go to another page. A closed or reloaded window saves
 * nothing: a save that races with the page's next visit would only make that visit begin with an older text.
 */
export function useAutosave(store: DraftStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => void store.getState().save();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.phase !== "unsaved" || (state.text === before.text && state.phase === before.phase)) return;
      clearTimeout(timer);
      timer = setTimeout(save, restMs);
    });
    store.getState().recover();
    return () => {
      clearTimeout(timer);
      unsubscribe();
      save();
    };
  }, [store]);
}
