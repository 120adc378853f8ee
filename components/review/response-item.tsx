"use client";

import { cx } from "#components/ui/cx.ts";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { SmallSelect } from "#components/ui/small-select.tsx";
import { dispositions } from "#lib/domain/deliberation/reply.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { editResponse } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ContentEditor } from "./content-editor.tsx";
import { PlainText } from "./plain-text.tsx";
import { useEdit, useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { responseId } from "./room-store.ts";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

/** The answer, directly under the reasoning that leads to it. */
export function ResponseItem() {
  const { room, store } = useRoom();
  const isReviewing = useIsReviewing();
  const isFocused = useRoomState((state) => state.focused === responseId);
  const isEditing = useRoomState((state) => state.editing === responseId);
  const isCompared = useRoomState((state) => state.compared.includes(responseId));
  const written = useRoomState((state) => state.draft.response);
  const edit = useEdit();
  const { startEditing, stopEditing, toggleCompared } = useRoomMoves();
  const text = isReviewing ? (written ?? room.given.response) : room.shown.response;
  const isEdited = isReviewing && written !== null;
  const focus = () => store.setState({ focused: responseId });
  return (
    <section
      data-focus={responseId}
      tabIndex={-1}
      aria-labelledby="response-name"
      aria-current={isFocused || undefined}
      onFocusCapture={focus}
      onPointerDown={focus}
      className={cx(
        "mt-3.5 scroll-mt-44 scroll-mb-48 pl-7.5 outline-none sm:pl-9",
        isFocused &&
          "-mx-3.5 rounded-lg border border-line border-l-3 border-l-accent bg-surface py-3 pr-3.5 pl-[2.6875rem]! shadow-card sm:pl-[2.9375rem]!",
      )}
    >
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
        <h2 id="response-name" className="font-semibold">
          {strings.response}
        </h2>
        <Disposition />
        {isEdited && <span>· {strings.youEdited}</span>}
        {isEdited && !isEditing && (
          <ToolButton accent aria-pressed={isCompared} onClick={() => toggleCompared(responseId)}>
            {isCompared ? strings.hideChange : strings.showChange} {isFocused && <Kbd>d</Kbd>}
          </ToolButton>
        )}
        {isReviewing && isFocused && (
          <span className="ml-auto flex gap-x-3">
            {isEdited && (
              <ToolButton onClick={() => edit((draft) => ({ ...draft, response: null }))}>
                {strings.reset}
              </ToolButton>
            )}
            {isEditing ? (
              <ToolButton onClick={stopEditing}>
                {strings.doneEditing} <Kbd>Esc</Kbd>
              </ToolButton>
            ) : (
              <ToolButton onClick={() => startEditing(responseId)}>
                {strings.edit} <Kbd>e</Kbd>
              </ToolButton>
            )}
          </span>
        )}
      </div>
      {isEditing ? (
        <ContentEditor
          label={strings.editResponse}
          value={text}
          onValueChange={(value) => edit((draft, base) => editResponse(draft, base, value))}
        />
      ) : (
        <p
          {...languageProps(text)}
          onDoubleClick={() => startEditing(responseId)}
          className="max-w-[66ch] font-read text-read break-words whitespace-pre-wrap"
        >
          {isCompared && isEdited ? (
            <DiffWords parts={changedWords(room.given.response, text)} />
          ) : (
            <PlainText text={text} />
          )}
        </p>
      )}
    </section>
  );
}

/** Whether the response complies, offers something safe instead, or refuses. */
function Disposition() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const chosen = useRoomState((state) => state.draft.disposition);
  const edit = useEdit();
  const given = room.given.disposition;
  if (!isReviewing) {
    const { disposition } = room.shown;
    return <span>{disposition ? strings.dispositions[disposition] : strings.dispositionUnknown}</span>;
  }
  return (
    <SmallSelect
      aria-label={strings.disposition}
      value={chosen ?? given ?? ""}
      onChange={(event) => {
        const next = dispositions.find((one) => one === event.target.value) ?? null;
        edit((draft) => ({ ...draft, disposition: next === given ? null : next }));
      }}
      className="-my-0.5"
    >
      {given === null && <option value="">{strings.dispositionUnknown}</option>}
      {dispositions.map((one) => (
        <option key={one} value={one}>
          {strings.dispositions[one]}
        </option>
      ))}
    </SmallSelect>
  );
}
