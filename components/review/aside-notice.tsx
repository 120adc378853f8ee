"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom, useRoomState } from "./room-context.tsx";

const { aside: strings } = roomStrings;

/** Tells of the version that was not gone on with, until the reviewer lets go of it. */
export function AsideNotice() {
  const { autosave } = useRoom();
  const aside = useRoomState((state) => state.aside);
  if (!aside) return null;
  return (
    <Notice
      className="mb-4"
      action={
        <>
          <Button size="sm" onClick={() => autosave.current?.swap()}>
            {strings.swap}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => autosave.current?.dropAside()}>
            {strings.drop}
          </Button>
        </>
      }
    >
      {strings.text}
    </Notice>
  );
}
