"use client";

import { useEffect, useState } from "react";

/**
 * Whether the same review was opened in another tab of this browser since. The newer tab leads; the older one says
 * so, until it is told to lead.
 */
export function useNewerTab(reviewId: string | null): { isOutdone: boolean; lead: () => void } {
  const [isOutdone, setOutdone] = useState(false);
  const [channel, setChannel] = useState<BroadcastChannel | null>(null);

  useEffect(() => {
    if (reviewId === null || typeof BroadcastChannel === "undefined") return;
    const opened = new BroadcastChannel(`colloquy.review.${reviewId}`);
    opened.onmessage = () => setOutdone(true);
    opened.postMessage("leads");
    setChannel(opened);
    return () => opened.close();
  }, [reviewId]);

  return {
    isOutdone,
    lead() {
      setOutdone(false);
      channel?.postMessage("leads");
    },
  };
}
