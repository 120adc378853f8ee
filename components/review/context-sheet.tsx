"use client";

import { Sheet } from "#components/ui/sheet.tsx";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ContextPanel } from "./context-panel.tsx";
import { GuidelinesButton } from "./guidelines-sheet.tsx";
import { useRoom, useRoomState } from "./room-context.tsx";
import { Veiled } from "./veil.tsx";

/** The left column, where there is no room for it. */
export function ContextSheet() {
  const { store } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "context");
  return (
    <Sheet
      title={strings.context}
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "context" : null })}
    >
      <Veiled>
        <ContextPanel />
      </Veiled>
      <GuidelinesButton />
    </Sheet>
  );
}
