"use client";

import { useEffect, useRef } from "react";
import { languageProps } from "#components/ui/language-props.ts";
import { longestText } from "#lib/domain/review/draft.ts";
import { useRoom } from "./room-context.tsx";
import { useRoomMoves } from "./use-room-moves.ts";
import { WritingArea } from "./writing-area.tsx";

type ContentEditorProps = {
  label: string;
  value: string;
  placeholder?: string;
  onValueChange: (value: string) => void;
  /** `Alt+Enter`: makes two of the text at the cursor. */
  onSplit?: (at: number) => void;
};

/** Text of a record, written where it stands. `Esc` leaves it; what was written stays. */
export function ContentEditor({ label, value, placeholder, onValueChange, onSplit }: ContentEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { store } = useRoom();
  const { stopEditing } = useRoomMoves();
  useEffect(() => {
    const element = area.current;
    const caret = store.getState().caret === "start" ? 0 : element?.value.length;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(caret ?? 0, caret ?? 0);
    element?.closest("[data-focus]")?.scrollIntoView({ block: "nearest" });
  }, [store]);
  const split = () => onSplit?.(area.current?.selectionStart ?? 0);
  return (
    <WritingArea
      area={area}
      {...languageProps(value)}
      voice="read"
      rows={2}
      maxLength={longestText}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onValueChange={onValueChange}
      onKeyDown={(event) => {
        const act =
          event.key === "Escape" ? stopEditing : event.key === "Enter" && event.altKey ? split : null;
        if (!act || event.nativeEvent.isComposing) return;
        event.preventDefault();
        act();
      }}
      className="-mx-2.5 -my-2 max-w-[calc(66ch+1.25rem)]"
    />
  );
}
