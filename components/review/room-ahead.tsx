"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { Room } from "#lib/domain/review/view.ts";
import { RoomColumns } from "./room-columns.tsx";
import { RoomProvider, useRoom } from "./room-context.tsx";
import { createRoomStore } from "./room-store.ts";

/**
 * The next record, to be read while it is being claimed. Nothing in it can be pressed or written yet; once it is
 * claimed its own room takes this one's place.
 */
export function RoomAhead({ ahead }: { ahead: Room }) {
  const { actions } = useRoom();
  const [room] = useState<Room>(() => ({ ...ahead, standing: "reviewing" }));
  const [store] = useState(() => createRoomStore(room));
  const nothing = useRef(null);
  // A record begins at its top; where the way to it is refused, the one before is found as it was left.
  useLayoutEffect(() => {
    const { scrollY } = window;
    window.scrollTo(0, 0);
    return () => window.scrollTo(0, scrollY);
  }, []);
  return (
    <RoomProvider value={{ room, store, actions, autosave: nothing, seen: nothing }}>
      <RoomColumns />
    </RoomProvider>
  );
}
