"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Kbd } from "#components/ui/kbd.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { resetThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useEdit, useIsReviewing, useReading, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useReshape } from "./use-reshape.ts";
import { useRoomMoves } from "./use-room-moves.ts";

type ThoughtToolsProps = { thought: Thought; isEdited: boolean; isFocused: boolean };

/** What can be done to a thought; beside the key that does it. */
export function ThoughtTools({ thought, isEdited, isFocused }: ThoughtToolsProps) {
  const { id } = thought;
  const isEditing = useRoomState((state) => state.editing === id);
  const isCompared = useRoomState((state) => state.compared.includes(id));
  const { toggleCompared } = useRoomMoves();
  const { toggleRemoved } = useReshape();
  if (!useIsReviewing()) return null;
  if (!isKept(thought)) {
    return (
      <ToolButton onClick={() => toggleRemoved(id)}>
        {strings.restore} {isFocused && <Kbd>x</Kbd>}
      </ToolButton>
    );
  }
  return (
    <>
      {isEdited && (
        <ToolButton accent aria-pressed={isCompared} onClick={() => toggleCompared(id)}>
          {isCompared ? strings.hideChange : strings.showChange} {isFocused && !isEditing && <Kbd>d</Kbd>}
        </ToolButton>
      )}
      {isFocused && (
        <span className="ml-auto flex flex-wrap justify-end gap-x-3 max-sm:ml-0 max-sm:justify-start">
          {isEditing ? <WhileEditing id={id} /> : <AtRest id={id} isEdited={isEdited} />}
        </span>
      )}
    </>
  );
}

function WhileEditing({ id }: { id: string }) {
  const { stopEditing } = useRoomMoves();
  const { splitAt } = useReshape();
  return (
    <>
      <ToolButton
        aria-keyshortcuts="Alt+Enter"
        // The text keeps its cursor.
        onPointerDown={(event) => event.preventDefault()}
        onClick={({ currentTarget }) => {
          const area = currentTarget.closest("[data-focus]")?.querySelector("textarea");
          if (area) splitAt(id, { text: area.value, at: area.selectionStart });
        }}
      >
        {strings.splitHere} <Shortcut keys={["alt", "enter"]} />
      </ToolButton>
      <ToolButton onClick={stopEditing}>
        {strings.doneEditing} <Kbd>Esc</Kbd>
      </ToolButton>
    </>
  );
}

function AtRest({ id, isEdited }: { id: string; isEdited: boolean }) {
  const edit = useEdit();
  const { startEditing } = useRoomMoves();
  const { addAfter, merge, move, toggleRemoved } = useReshape();
  const isLast = useReading(({ thoughts }) => thoughts.findLast(isKept)?.id === id);
  return (
    <>
      {isEdited && (
        <ToolButton onClick={() => edit((draft) => resetThought(draft, id))}>{strings.reset}</ToolButton>
      )}
      <ToolButton aria-keyshortcuts="e" onClick={() => startEditing(id)}>
        {strings.edit} <Kbd>e</Kbd>
      </ToolButton>
      <ToolButton aria-keyshortcuts="a" onClick={() => addAfter(id)}>
        {strings.addAfter} <Kbd>a</Kbd>
      </ToolButton>
      {!isLast && (
        <ToolButton aria-keyshortcuts="m" onClick={() => merge(id)}>
          {strings.merge} <Kbd>m</Kbd>
        </ToolButton>
      )}
      <span className="flex">
        <ToolButton aria-label={strings.moveUp} title={strings.moveUp} onClick={() => move(id, -1)}>
          <ArrowUp aria-hidden className="mx-1.25 size-3.5" />
        </ToolButton>
        <ToolButton aria-label={strings.moveDown} title={strings.moveDown} onClick={() => move(id, 1)}>
          <ArrowDown aria-hidden className="mx-1.25 size-3.5" />
        </ToolButton>
      </span>
      <ToolButton aria-keyshortcuts="x" onClick={() => toggleRemoved(id)}>
        {strings.remove} <Kbd>x</Kbd>
      </ToolButton>
    </>
  );
}
