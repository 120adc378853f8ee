"use client";

import { useEffect, useState } from "react";
import type { Room } from "#lib/domain/review/view.ts";

/** Long enough for what is on the screen to come first, short enough for the quickest review. */
const afterMs = 800;

/**
 * The room that most likely comes after this one, loaded while the reviewer reads. A hint: the record is claimed when
 * this one is done, and then it may be another.
 */
export function useAhead({ standing, project: { slug }, record: { ref } }: Room): Room | null {
  const [ahead, setAhead] = useState<Room | null>(null);
  useEffect(() => {
    if (standing !== "reviewing") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const url = `/api/projects/${slug}/review/next?past=${encodeURIComponent(ref)}`;
      const response = await fetch(url, { signal: stop.signal, priority: "low" }).catch(() => null);
      const room = response?.ok ? ((await response.json().catch(() => null)) as Room | null) : null;
      if (!stop.signal.aborted) setAhead(room);
    }, afterMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [standing, slug, ref]);
  return ahead;
}
