"use client";

import { useEffect } from "react";
import { isTyping } from "#components/ui/typing.ts";
import { useRoom } from "./room-context.tsx";
import type { RoomPanel } from "./room-store.ts";

/**
 * Opens a panel once it has something to ask. Never between two keys: who is writing goes on, the header
 * tells, and the panel opens when they leave the field.
 */
export function useOpeningPanel(panel: RoomPanel, isDue: boolean): void {
  const { store } = useRoom();
  useEffect(() => {
    if (!isDue) return;
    let isAsked = false;
    const open = () => {
      isAsked ||= store.getState().panel === panel;
      if (isAsked || isTyping(document.activeElement)) return;
      isAsked = true;
      store.setState({ panel });
    };
    // The focus is on nothing for a moment before it is on the next field.
    const later = () => setTimeout(open);
    open();
    document.addEventListener("focusout", later);
    return () => document.removeEventListener("focusout", later);
  }, [panel, isDue, store]);
}
