"use client";

import { useEffect } from "react";
import { isTyping } from "#components/ui/typing.ts";
import { undoLast } from "./undo.ts";

/** `Ctrl/⌘+Z` on the pages that people land on after the last record; where records are worked on, the key has more to do. */
export function UndoKey() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key === "z";
      if (!isUndo || isTyping(event.target)) return;
      event.preventDefault();
      undoLast();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return null;
}
