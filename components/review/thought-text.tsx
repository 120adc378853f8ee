"use client";

import { cx } from "#components/ui/cx.ts";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { editThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ContentEditor } from "./content-editor.tsx";
import { PlainText } from "./plain-text.tsx";
import { useEdit, useRoomState } from "./room-context.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

type ThoughtTextProps = { thought: Thought; given: Thought | undefined; number: number };

/** The text of a thought: clean, or with its changes marked, or open for writing. */
export function ThoughtText({ thought, given, number }: ThoughtTextProps) {
  const { id } = thought;
  const isEditing = useRoomState((state) => state.editing === id);
  const isCompared = useRoomState((state) => state.compared.includes(id));
  const edit = useEdit();
  const { startEditing } = useRoomMoves();
  const written = useRoomState(
    ({ draft }) => draft.edits[id]?.text ?? draft.added.find(({ key }) => key === id)?.text ?? thought.text,
  );
  if (isEditing) {
    return (
      <ContentEditor
        label={strings.editText(number)}
        value={written}
        placeholder={strings.emptyThought}
        onValueChange={(text) => edit((draft, base) => editThought(draft, base, id, { text }))}
      />
    );
  }
  return (
    // The same as the Edit button and the key e; nothing is reached by double click alone.
    <p
      dir="auto"
      onDoubleClick={() => startEditing(id)}
      className={cx(
        "max-w-[66ch] font-read text-read break-words whitespace-pre-wrap",
        !isKept(thought) && "text-ink-3 line-through decoration-1",
      )}
    >
      {isCompared && given ? (
        <DiffWords parts={changedWords(given.text, thought.text)} />
      ) : thought.text === "" ? (
        <span className="text-warn">{strings.emptyThought}</span>
      ) : (
        <PlainText text={thought.text} />
      )}
    </p>
  );
}
