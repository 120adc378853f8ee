"use client";

import { useEffect, useEffectEvent, useLayoutEffect } from "react";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { ContextSheet } from "./context-sheet.tsx";
import { GuidelinesSheet } from "./guidelines-sheet.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { RoomColumns } from "./room-columns.tsx";
import { useIsReviewing, useRoom } from "./room-context.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { SpokenState } from "./spoken-state.tsx";
import { useSubmission } from "./submission.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { useRoomKeys } from "./use-room-keys.ts";

/** The record at hand: its columns, the keys that act on it, and what opens over it. */
export function WorkingRoom() {
  const isReviewing = useIsReviewing();
  useRoomKeys();
  useTakingUpAgain();
  useFocusAfterRefusal();
  return (
    <>
      <SpokenState />
      <RoomColumns />
      <ContextSheet />
      <GuidelinesSheet />
      <KeySheet />
      <ConflictDialog />
      <SignInDialog />
      {isReviewing && <LeaveDialog />}
    </>
  );
}

/** The room holds still on its way to another record; where that is refused, the focus is back where it was. */
function useFocusAfterRefusal() {
  const { busy } = useSubmission();
  useLayoutEffect(() => {
    const at = document.activeElement;
    if (!busy || !(at instanceof HTMLElement)) return;
    return () => at.focus({ preventScroll: true });
  }, [busy]);
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
