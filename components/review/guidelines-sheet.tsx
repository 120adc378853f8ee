"use client";

import { BookOpenText } from "lucide-react";
import { Markdown } from "#components/policies/markdown.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

/** How to annotate, beside the record. */
export function GuidelinesSheet() {
  const { room, store } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "guidelines");
  if (room.guidelines === null) return null;
  return (
    <Sheet
      side="right"
      title={strings.guidelines}
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "guidelines" : null })}
    >
      <Markdown text={room.guidelines} className="text-md!" />
    </Sheet>
  );
}

/** Opens the guidelines. */
export function GuidelinesButton() {
  const { room, store } = useRoom();
  if (room.guidelines === null) return null;
  return (
    <ToolButton className="text-sm" onClick={() => store.setState({ panel: "guidelines" })}>
      <BookOpenText aria-hidden className="size-4 text-ink-3" />
      {strings.guidelines}
    </ToolButton>
  );
}
