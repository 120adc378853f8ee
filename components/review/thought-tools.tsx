"use client";

import { Kbd } from "#components/ui/kbd.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { removeThought, resetThought, restoreThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useEdit, useIsReviewing, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

type ThoughtToolsProps = { thought: Thought; isEdited: boolean; isFocused: boolean };

/** What can be done to a thought; beside the key that does it, where there is one. */
export function ThoughtTools({ thought, isEdited, isFocused }: ThoughtToolsProps) {
  const { id } = thought;
  const isReviewing = useIsReviewing();
  const isEditing = useRoomState((state) => state.editing === id);
  const isCompared = useRoomState((state) => state.compared.includes(id));
  const edit = useEdit();
  const { startEditing, stopEditing, toggleCompared, addAfter } = useRoomMoves();
  if (!isReviewing) return null;
  if (!isKept(thought)) {
    return (
      <ToolButton onClick={() => edit((draft, base) => restoreThought(draft, base, id))}>
        {strings.restore}
      </ToolButton>
    );
  }
  return (
    <>
      {isEdited && !isEditing && (
        <ToolButton accent aria-pressed={isCompared} onClick={() => toggleCompared(id)}>
          {isCompared ? strings.hideChange : strings.showChange} {isFocused && <Kbd>d</Kbd>}
        </ToolButton>
      )}
      {isFocused && (
        <span className="ml-auto flex gap-x-3">
          {isEdited && (
            <ToolButton onClick={() => edit((draft) => resetThought(draft, id))}>{strings.reset}</ToolButton>
          )}
          {isEditing ? (
            <ToolButton onClick={stopEditing}>
              {strings.doneEditing} <Kbd>Esc</Kbd>
            </ToolButton>
          ) : (
            <ToolButton onClick={() => startEditing(id)}>
              {strings.edit} <Kbd>e</Kbd>
            </ToolButton>
          )}
          <ToolButton onClick={() => addAfter(id)}>{strings.addAfter}</ToolButton>
          <ToolButton onClick={() => edit((draft, base) => removeThought(draft, base, id))}>
            {strings.remove}
          </ToolButton>
        </span>
      )}
    </>
  );
}
