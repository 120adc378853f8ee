"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Section } from "#components/ui/section.tsx";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { RecordFacts } from "./record-facts.tsx";
import { RemovedThoughts } from "./removed-thoughts.tsx";
import { useEdit, useIsReviewing, useReading, useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { WritingArea } from "./writing-area.tsx";

/** What is written or rarely done: the note, other decisions, and what was removed before. */
export function NotePanel() {
  const { room } = useRoom();
  return (
    <>
      {useIsReviewing() && (
        <>
          <Note />
          <Acts />
        </>
      )}
      <RemovedThoughts />
      {room.others > 0 && (room.standing === "reviewing" || room.standing === "offered") && (
        <Section title={strings.afterSubmit} className="mb-4">
          <p className="text-sm text-ink-3">{strings.othersAfter(room.others)}</p>
        </Section>
      )}
      <RecordFacts />
    </>
  );
}

function Note() {
  const area = useRef<HTMLTextAreaElement>(null);
  const note = useRoomState((state) => state.draft.note);
  const kind = useRoomState((state) => state.draft.noteKind);
  const about = useRoomState((state) => state.draft.noteAbout);
  const place = useReading(({ ids }) => (about === null ? 0 : ids.indexOf(about) + 1));
  const edit = useEdit();
  const isGap = kind !== "remark";
  return (
    <Section
      title={reviewStrings.noteKinds[kind]}
      action={
        isGap && (
          <ToolButton
            className="text-xs"
            onClick={() => edit((draft) => ({ ...draft, noteKind: "remark", noteAbout: null }))}
          >
            <X aria-hidden className="size-3.5" />
            {strings.noGap}
          </ToolButton>
        )
      }
      className="mb-3"
    >
      <WritingArea
        area={area}
        data-note
        {...languageProps(note)}
        aria-label={reviewStrings.noteKinds[kind]}
        placeholder={isGap ? strings.gapPlaceholder : strings.notePlaceholder}
        value={note}
        onValueChange={(next) => edit((draft) => ({ ...draft, note: next }))}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className="max-h-72"
      />
      {isGap && place > 0 && <p className="mt-1 text-xs text-ink-3">{strings.gapAbout(place)}</p>}
    </Section>
  );
}

function Acts() {
  const decision = useRoomState((state) => state.draft.decision);
  const kind = useRoomState((state) => state.draft.noteKind);
  const { toggleDecision, flagGap, skip } = useRoomDecisions();
  return (
    <div className="mb-6">
      <Act
        shortcut="c"
        pressed={decision === "request_changes"}
        onClick={() => toggleDecision("request_changes")}
      >
        {strings.askForChanges}
      </Act>
      <Act shortcut="r" pressed={decision === "reject"} onClick={() => toggleDecision("reject")}>
        {strings.reject}
      </Act>
      <Act shortcut="g" pressed={kind === "policy_gap"} onClick={() => flagGap("policy_gap")}>
        {strings.flagGap}
      </Act>
      <Act shortcut="⇧g" pressed={kind === "guidelines_gap"} onClick={() => flagGap("guidelines_gap")}>
        {strings.flagGuidelinesGap}
      </Act>
      <Act shortcut="s" onClick={skip}>
        {strings.skip}
      </Act>
    </div>
  );
}

type ActProps = { shortcut: string; pressed?: boolean; onClick: () => void; children: string };

function Act({ shortcut, pressed, onClick, children }: ActProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut.replace("⇧", "Shift+")}
      onClick={onClick}
      className={cx(
        "-mx-2 flex w-[calc(100%+1rem)] items-center justify-between gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:py-2.5",
        pressed ? "bg-warn-soft font-medium text-warn" : "text-ink-2",
      )}
    >
      {children}
      <Kbd>{shortcut}</Kbd>
    </button>
  );
}
