"use client";

import { SupportLink } from "#components/exposure/support-link.tsx";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { AnswerBar } from "./answer-bar.tsx";
import { ContextPanel } from "./context-panel.tsx";
import { GuidelinesButton } from "./guidelines-sheet.tsx";
import { NotePanel } from "./note-panel.tsx";
import { PromptBlock } from "./prompt-block.tsx";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { RoomTabs } from "./room-tabs.tsx";
import { StandingBar } from "./standing-bar.tsx";
import { useSubmission } from "./submission.tsx";
import { Veiled, VeilNotice } from "./veil.tsx";
import { Verdicts } from "./verdicts.tsx";

const side =
  "sticky top-13 h-[calc(100dvh-3.25rem)] overflow-y-auto overscroll-contain border-line px-5 py-4.5";

/** What is looked up at the left, the record in the middle, what is rarely done at the right; one column on a phone. */
export function RoomColumns() {
  const isReviewing = useIsReviewing();
  const isVeiled = useRoomState((state) => state.veiled);
  // Nothing can be written while the room is on its way to another record: it would be in neither.
  const { busy } = useSubmission();
  return (
    <>
      <aside aria-label={strings.context} data-context className={`${side} border-r max-xl:hidden`}>
        <Veiled>
          <ContextPanel />
        </Veiled>
        <GuidelinesButton />
      </aside>
      <div className="flex min-h-[calc(100dvh-3.25rem)] min-w-0 flex-col">
        <VeilNotice />
        <Veiled>
          <PromptBlock />
          <div inert={busy} className="flex-1 px-5 pb-8 lg:px-7">
            <RoomTabs />
            <div className="mt-8 border-t border-line pt-5 lg:hidden">
              {isReviewing && (
                <div className="mb-6 grid gap-3">
                  <Verdicts />
                </div>
              )}
              <NotePanel />
              <RoomSupport />
            </div>
          </div>
        </Veiled>
        {!isReviewing ? <StandingBar /> : isVeiled ? <SupportBar /> : <AnswerBar />}
      </div>
      <aside aria-label={strings.beside} inert={busy} className={`${side} border-l max-lg:hidden`}>
        <Veiled>
          <NotePanel />
        </Veiled>
        <RoomSupport />
      </aside>
    </>
  );
}

/** Where the reader finds support, beside whatever they read. */
function RoomSupport() {
  const { supportUrl } = useRoom().room.exposure;
  return supportUrl && <SupportLink href={supportUrl} />;
}

/** While nothing can be answered yet, on a phone too. */
function SupportBar() {
  return (
    <div className="mt-auto px-5 py-4 lg:hidden">
      <RoomSupport />
    </div>
  );
}
