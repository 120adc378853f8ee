"use client";

import { BookOpenText } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { SupportLink } from "#components/exposure/support-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { AnswerBar } from "./answer-bar.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { ContextPanel } from "./context-panel.tsx";
import { GuidelinesSheet } from "./guidelines-sheet.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { NotePanel } from "./note-panel.tsx";
import { PromptBlock } from "./prompt-block.tsx";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { RoomTabs } from "./room-tabs.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { StandingBar } from "./standing-bar.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { useRoomKeys } from "./use-room-keys.ts";
import { Veiled, VeilNotice } from "./veil.tsx";
import { Verdicts } from "./verdicts.tsx";

const side =
  "sticky top-13 h-[calc(100dvh-3.25rem)] overflow-y-auto overscroll-contain border-line px-5 py-4.5";

/** What is looked up at the left, the record in the middle, what is rarely done at the right; one column on a phone. */
export function RoomColumns() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const isVeiled = useRoomState((state) => state.veiled);
  useRoomKeys();
  useTakingUpAgain();
  return (
    <>
      <aside aria-label={strings.context} data-context className={`${side} border-r max-xl:hidden`}>
        <Veiled>
          <ContextPanel />
        </Veiled>
        <GuidelinesButton />
      </aside>
      <div className="flex min-h-[calc(100dvh-3.25rem)] min-w-0 flex-col">
        <p role="status" className="sr-only">
          {isReviewing && strings.claimed(room.record.ref)}
        </p>
        <VeilNotice />
        <Veiled>
          <PromptBlock />
          <div className="flex-1 px-5 pb-8 lg:px-7">
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
      <aside aria-label={strings.beside} className={`${side} border-l max-lg:hidden`}>
        <Veiled>
          <NotePanel />
        </Veiled>
        <RoomSupport />
      </aside>
      <ContextSheet />
      <GuidelinesSheet />
      <KeySheet />
      <ConflictDialog />
      <SignInDialog />
      {isReviewing && <LeaveDialog />}
    </>
  );
}

/** The left column, where there is no room for it. */
function ContextSheet() {
  const { store } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "context");
  return (
    <Sheet
      title={strings.context}
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "context" : null })}
    >
      <Veiled>
        <ContextPanel />
      </Veiled>
      <GuidelinesButton />
    </Sheet>
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

function GuidelinesButton() {
  const { room, store } = useRoom();
  if (room.guidelines === null) return null;
  return (
    <ToolButton className="text-sm" onClick={() => store.setState({ panel: "guidelines" })}>
      <BookOpenText aria-hidden className="size-4 text-ink-3" />
      {strings.guidelines}
    </ToolButton>
  );
}

/** Who comes back to a record that they had begun, as after a reload, has it again without asking. */
function useTakingUpAgain() {
  const { room } = useRoom();
  const { claim } = useRoomDecisions();
  const status = room.review?.status;
  const hasBegun = room.standing === "offered" && (status === "pending" || status === "draft");
  const takeUp = useEffectEvent(claim);
  useEffect(() => {
    if (hasBegun) takeUp();
  }, [hasBegun]);
}
