"use client";

import { useEffect, useState } from "react";
import { Tombstone } from "#components/erase/tombstone.tsx";
import { Room as RoomLayout } from "#components/shell/page-layout.tsx";
import type { Room } from "#lib/domain/review/view.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { HeaderState } from "./header-state.tsx";
import { RoomColumns } from "./room-columns.tsx";
import { type RoomActions, RoomProvider } from "./room-context.tsx";
import { createRoomStore } from "./room-store.ts";
import { SubmissionProvider } from "./submission.tsx";
import { visit } from "./trail.ts";
import { useAutosave } from "./use-autosave.ts";
import { useIsInteractive } from "./use-is-interactive.ts";
import { useSeenTime } from "./use-seen-time.ts";

/** The review room of one record. Give it a key that changes with the record and with the reader's standing. */
export function ReviewRoom({ room, actions }: { room: Room; actions: RoomActions }) {
  const [store] = useState(() => createRoomStore(room));
  // What was typed or chosen before the page listens would be lost, or mixed with what is stored.
  const isInteractive = useIsInteractive();
  const seen = useSeenTime(store);
  const autosave = useAutosave(room, store, seen);
  const { slug } = room.project;
  const { ref, erasedAt } = room.record;
  useEffect(() => visit(slug, ref), [slug, ref]);
  return (
    <RoomProvider value={{ room, store, actions, autosave, seen }}>
      <SubmissionProvider>
        <RoomLayout
          inert={!isInteractive}
          className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[17rem_minmax(0,1fr)_18.25rem]"
        >
          <HeaderState />
          {erasedAt ? <Erased at={erasedAt} /> : <RoomColumns />}
        </RoomLayout>
      </SubmissionProvider>
    </RoomProvider>
  );
}

/** What is left of a record whose content was erased. */
function Erased({ at }: { at: string }) {
  return (
    <div className="col-span-full mx-auto w-full max-w-xl px-5 py-16">
      <h1 className="sr-only">{strings.erased}</h1>
      <Tombstone at={at} />
    </div>
  );
}
