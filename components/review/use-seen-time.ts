"use client";

import { type RefObject, useEffect, useRef } from "react";
import { noteReading } from "./reading-time.ts";
import type { RoomStore } from "./room-store.ts";
import { type SeenTime, startSeenTime } from "./seen-time.ts";

/** Counts how long the record can be read, for as long as its page stands. */
export function useSeenTime(store: RoomStore): RefObject<SeenTime | null> {
  const seen = useRef<SeenTime | null>(null);
  useEffect(() => {
    const running = startSeenTime(store, noteReading);
    seen.current = running;
    // What leaves the page is still reported by those who leave after this.
    return () => running.stop();
  }, [store]);
  return seen;
}
