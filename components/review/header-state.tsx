"use client";

import { Keyboard } from "lucide-react";
import { HeaderSlot } from "#components/shell/header-slot.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Time } from "#components/ui/time.tsx";
import { batchStrings } from "#lib/domain/strings/batches.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";

/** The state of the work in words, at the end of the app's header. */
export function HeaderState() {
  const { store, room } = useRoom();
  const isReviewing = useIsReviewing();
  return (
    <HeaderSlot>
      {isReviewing && <SaveStatus />}
      {isReviewing && <ClaimStatus />}
      {room.left !== null && room.left > 0 && (
        <span className="tabular-nums max-md:hidden">
          {room.batch === null
            ? strings.left(Math.min(room.left, 99), room.left > 99)
            : batchStrings.leftIn(room.left, room.batch)}
        </span>
      )}
      <IconButton
        label={strings.keys.open}
        shortcut="?"
        size="sm"
        onClick={() => store.setState({ panel: "keys" })}
        className="max-sm:hidden pointer-coarse:hidden"
      >
        <Keyboard aria-hidden />
      </IconButton>
    </HeaderSlot>
  );
}

/** Where the draft is at this moment. Never says saved before the server did. */
function SaveStatus() {
  const { store } = useRoom();
  const save = useRoomState((state) => state.save);
  switch (save.kind) {
    case "unwritten":
      return null;
    case "saved":
      return (
        <StatusDot tone="ok">
          {strings.saved} <Time value={save.at} format="seconds" />
        </StatusDot>
      );
    case "saving":
      return (
        <StatusDot tone="accent" live>
          {strings.saving}
        </StatusDot>
      );
    case "conflict":
      return (
        <button
          type="button"
          onClick={() => store.setState({ panel: "conflict" })}
          className="font-medium text-bad underline-offset-3 hover:underline"
        >
          <StatusDot tone="bad">{strings.twoVersions}</StatusDot>
        </button>
      );
    case "unsaved":
      return (
        <span role="alert" className="flex items-baseline gap-2 font-medium text-bad" title={save.message}>
          <StatusDot tone="bad">
            {{ offline: strings.offline, signed_out: strings.signedOut, refused: strings.notSaved }[save.why]}
          </StatusDot>
          {save.why === "signed_out" && (
            <button
              type="button"
              onClick={() => store.setState({ panel: "sign_in" })}
              className="text-accent underline underline-offset-3"
            >
              {strings.signIn}
            </button>
          )}
        </span>
      );
  }
}

function ClaimStatus() {
  const claim = useRoomState((state) => state.claim);
  if (!claim || !("until" in claim)) return null;
  return (
    <span className="max-md:hidden">
      {strings.yoursUntil} <Time value={claim.until} format="time" />
    </span>
  );
}
