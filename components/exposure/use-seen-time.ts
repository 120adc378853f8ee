"use client";

import { type RefObject, useEffect, useRef } from "react";
import { noteReading } from "./reading-time.ts";
import { type SeenTime, startSeenTime, type VeilStore } from "./seen-time.ts";

/** Counts how long a record or pair can be read, for as long as its page stands. */
export function useSeenTime(store: VeilStore): RefObject<SeenTime | null> {
  const seen = useRef<SeenTime | null>(null);
  useEffect(() => {
    const running = startSeenTime(store, noteReading);
    seen.current = running;
    // What leaves the page is still reported by those who leave after this.
    return () => running.stop();
  }, [store]);
  return seen;
}
