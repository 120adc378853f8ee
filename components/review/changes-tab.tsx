"use client";

import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ChangesList } from "./changes-list.tsx";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";

/** What is changed against what was given, live. */
export function ChangesTab() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const draft = useRoomState((state) => state.draft);
  return (
    <>
      <p className="mb-3 text-sm text-ink-3">{strings.changes.since(room.given.number)}</p>
      <ChangesList
        before={room.given}
        after={isReviewing ? applyDraft(draft, room.given, null) : room.shown}
      />
    </>
  );
}
