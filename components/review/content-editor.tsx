"use client";

import { useEffect, useRef } from "react";
import { Textarea } from "#components/ui/textarea.tsx";
import { longestText } from "#lib/domain/review/draft.ts";
import { useRoomMoves } from "./use-room-moves.ts";

type ContentEditorProps = {
  label: string;
  value: string;
  placeholder?: string;
  onValueChange: (value: string) => void;
};

/** Text of a record, written where it stands. `Esc` leaves it; what was written stays. */
export function ContentEditor({ label, value, placeholder, onValueChange }: ContentEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { stopEditing } = useRoomMoves();
  useEffect(() => {
    const element = area.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <Textarea
      ref={area}
      dir="auto"
      voice="read"
      rows={2}
      maxLength={longestText}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        stopEditing();
      }}
      className="-mx-2.5 -my-2 max-w-[calc(66ch+1.25rem)]"
    />
  );
}
