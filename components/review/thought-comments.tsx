"use client";

import { MessageSquare } from "lucide-react";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { useRoom } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

/** That something open was said about a thought; leads to it. */
export function ThoughtComments({ id }: { id: string }) {
  const { room, store } = useRoom();
  const open = room.threads.filter(({ thoughtId, resolved }) => thoughtId === id && resolved === null).length;
  if (open === 0) return null;
  return (
    <ToolButton onClick={() => store.setState({ tab: "comments", commentOn: id })}>
      <MessageSquare aria-hidden className="size-3.5" />
      {strings.open(open)}
    </ToolButton>
  );
}
