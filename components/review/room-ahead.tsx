"use client";

import { useRef, useState } from "react";
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
  return (
    <RoomProvider value={{ room, store, actions, autosave: nothing, seen: nothing }}>
      <RoomColumns />
    </RoomProvider>
  );
}
