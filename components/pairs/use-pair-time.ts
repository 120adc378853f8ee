"use client";

import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { leastReported } from "#components/exposure/seen-time.ts";
import { useSeenTime } from "#components/exposure/use-seen-time.ts";
import { send } from "#components/ui/send.ts";

const beatMs = 15_000;

/**
 * Tells the server for how long a pair could be read: every so often, which keeps the claim, and as the page goes out of
 * sight. While it is blurred nothing counts.
 */
export function usePairTime(slug: string, pairId: string, blur: boolean) {
  const [veil] = useState(() => createStore(() => ({ veiled: blur })));
  const veiled = useStore(veil, (state) => state.veiled);
  const seen = useSeenTime(veil);
  const beatNow = useRef(() => {});

  useEffect(() => {
    const url = `/api/projects/${slug}/pairs/${pairId}/claim`;
    const report = async (seconds: number | null) => {
      const response = await send(url, "POST", JSON.stringify({ seen: seconds }));
      if (!response?.ok && seconds) seen.current?.putBack(seconds);
    };
    const beat = () => void report(seen.current?.take() ?? null);
    const leave = () => {
      const seconds = seen.current?.take() ?? 0;
      if (seconds >= leastReported) void report(seconds);
    };
    const isVisible = () => document.visibilityState === "visible";
    beatNow.current = beat;
    const timer = setInterval(() => isVisible() && beat(), beatMs);
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("visibilitychange", () => (isVisible() ? beat() : leave()), { signal });
    window.addEventListener("pagehide", leave, { signal });
    return () => {
      stop.abort();
      clearInterval(timer);
      leave();
    };
  }, [seen, slug, pairId]);

  return {
    veiled,
    /** Shows what was blurred; from now on its time counts. */
    reveal() {
      veil.setState({ veiled: false });
      beatNow.current();
    },
  };
}
