"use client";

import { useDeferredValue } from "react";
import { cx } from "#components/ui/cx.ts";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { editThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ContentEditor } from "./content-editor.tsx";
import { PlainText } from "./plain-text.tsx";
import { useEdit, useRoomState } from "./room-context.tsx";
import { useReshape } from "./use-reshape.ts";
import { useRoomMoves } from "./use-room-moves.ts";

type ThoughtTextProps = {
  thought: Thought;
  given: Thought | undefined;
  number: number;
  /** One line of it will do. */
  isFolded: boolean;
};

const reading = "max-w-[66ch] font-read text-read break-words whitespace-pre-wrap";

/** The text of a thought: clean, or with its changes marked, or open for writing. */
export function ThoughtText({ thought, given, number, isFolded }: ThoughtTextProps) {
  const { id } = thought;
  const isEditing = useRoomState((state) => state.editing === id);
  const isCompared = useRoomState((state) => state.compared.includes(id)) && given !== undefined;
  const { startEditing } = useRoomMoves();
  if (isEditing) {
    return (
      <>
        <Editor thought={thought} number={number} />
        {isCompared && (
          <p {...languageProps(thought.text)} className={cx(reading, "mt-3 border-l-2 border-line pl-3")}>
            <Comparison before={given.text} after={thought.text} />
          </p>
        )}
      </>
    );
  }
  return (
    // The same as the Edit button and the key e; nothing is reached by double click alone.
    <p
      {...languageProps(thought.text)}
      onDoubleClick={() => startEditing(id)}
      className={cx(
        reading,
        !isKept(thought) && "text-ink-3 line-through decoration-1",
        isFolded && "line-clamp-1",
      )}
    >
      {isCompared ? (
        <Comparison before={given.text} after={thought.text} />
      ) : thought.text === "" ? (
        <span className="text-warn">{strings.emptyThought}</span>
      ) : (
        <PlainText text={thought.text} />
      )}
    </p>
  );
}

function Editor({ thought, number }: { thought: Thought; number: number }) {
  const { id } = thought;
  const edit = useEdit();
  const { splitAt } = useReshape();
  const written = useRoomState(
    ({ draft }) => draft.edits[id]?.text ?? draft.added.find(({ key }) => key === id)?.text ?? thought.text,
  );
  return (
    <ContentEditor
      label={strings.editText(number)}
      value={written}
      placeholder={strings.emptyThought}
      onValueChange={(text) => edit((draft, base) => editThought(draft, base, id, { text }))}
      onSplit={(at) => splitAt(id, { text: written, at })}
    />
  );
}

/** What changed, word by word; it may come a moment after the key. */
function Comparison({ before, after }: { before: string; after: string }) {
  return <DiffWords parts={changedWords(before, useDeferredValue(after))} />;
}
