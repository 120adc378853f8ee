"use client";

import { keyOf } from "#components/ui/key-of.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { undoLast } from "./undo.ts";

/** `Ctrl/⌘+Z` on the pages that people land on after the last record; where records are worked on, the key has more to do. */
export function UndoKey() {
  useKeyDown((event) => {
    if (keyOf(event) !== "Mod+z" || isTyping(event.target)) return;
    event.preventDefault();
    undoLast();
  });
  return null;
}
