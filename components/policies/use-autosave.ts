"use client";

import { useEffect } from "react";
import type { DraftStore } from "./draft-store.ts";

/** Long enough for a sentence to flow, short enough that nothing worth telling is lost. */
const restMs = 800;

/** Saves a draft whenever its writer pauses, and once more when the page is left. */
export function useAutosave(store: DraftStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => void store.getState().save();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.phase !== "unsaved" || (state.text === before.text && state.phase === before.phase)) return;
      clearTimeout(timer);
      timer = setTimeout(save, restMs);
    });
    const saveHidden = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", saveHidden);
    store.getState().recover();
    return () => {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener("visibilitychange", saveHidden);
      save();
    };
  }, [store]);
}
