"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Tombstone } from "#components/erase/tombstone.tsx";
import { useSeenTime } from "#components/exposure/use-seen-time.ts";
import { Room as RoomLayout } from "#components/shell/page-layout.tsx";
import type { Room } from "#lib/domain/review/view.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { HeaderState } from "./header-state.tsx";
import { RoomAhead } from "./room-ahead.tsx";
import { type RoomActions, RoomProvider } from "./room-context.tsx";
import { createRoomStore, type RoomTab } from "./room-store.ts";
import { SubmissionProvider, useSubmission } from "./submission.tsx";
import { visit } from "./trail.ts";
import { useAhead } from "./use-ahead.ts";
import { useAutosave } from "./use-autosave.ts";
import { useIsInteractive } from "./use-is-interactive.ts";
import { WorkingRoom } from "./working-room.tsx";

type ReviewRoomProps = {
  room: Room;
  actions: RoomActions;
  /** What is shown first. */
  tab?: RoomTab;
};

/** Rooms that stood on this page before. */
const shown = new WeakSet<Room>();

/**
 * The review room of one record. Give it a key that changes with the record and with the reader's standing.
 *
 * Who goes back or forth gets the page as the browser kept it, from before what was saved since; then the room
 * waits for what the server has by now.
 */
export function ReviewRoom({ room, actions, tab }: ReviewRoomProps) {
  const router = useRouter();
  const [kept] = useState(() => (shown.has(room) ? room : null));
  const isKept = room === kept;
  useEffect(() => {
    shown.add(room);
    if (isKept) router.refresh();
  }, [room, isKept, router]);
  return isKept ? (
    <RoomLayout aria-busy>{null}</RoomLayout>
  ) : (
    <CurrentRoom room={room} actions={actions} tab={tab} />
  );
}

function CurrentRoom({ room, actions, tab }: ReviewRoomProps) {
  const [store] = useState(() => createRoomStore(room, tab));
  const seen = useSeenTime(store);
  const autosave = useAutosave(room, store, seen);
  const { slug } = room.project;
  const { ref, erasedAt } = room.record;
  useEffect(() => visit(slug, ref), [slug, ref]);
  return (
    <RoomProvider value={{ room, store, actions, autosave, seen }}>
      <SubmissionProvider>{erasedAt ? <Erased at={erasedAt} /> : <Desk room={room} />}</SubmissionProvider>
    </RoomProvider>
  );
}

const columns =
  "grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[17rem_minmax(0,1fr)_18.25rem]";

/** The record at hand; from the moment it is done, the next one in its place. */
function Desk({ room }: { room: Room }) {
  // What was typed or chosen before the page listens would be lost, or mixed with what is stored.
  const isInteractive = useIsInteractive();
  const ahead = useAhead(room);
  const { showsNext } = useSubmission();
  const next = showsNext ? ahead : null;
  useTopOf(next);
  return (
    <>
      <RoomLayout inert={!isInteractive} hidden={next !== null} className={columns}>
        <HeaderState />
        <WorkingRoom />
      </RoomLayout>
      {next && (
        <RoomLayout inert aria-busy className={columns}>
          <RoomAhead ahead={next} />
        </RoomLayout>
      )}
    </>
  );
}

/** A record begins at its top; where the way to it is refused, the one before is found as it was left. */
function useTopOf(next: Room | null) {
  const left = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next) {
      left.current = window.scrollY;
      window.scrollTo(0, 0);
    } else if (left.current !== null) {
      window.scrollTo(0, left.current);
      left.current = null;
    }
  }, [next]);
}

/** What is left of a record whose content was erased. */
function Erased({ at }: { at: string }) {
  return (
    <RoomLayout>
      <HeaderState />
      <div className="mx-auto w-full max-w-xl px-5 py-16">
        <h1 className="sr-only">{strings.erased}</h1>
        <Tombstone at={at} />
      </div>
    </RoomLayout>
  );
}
