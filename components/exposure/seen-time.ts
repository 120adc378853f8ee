import type { StoreApi } from "zustand/vanilla";

/** Who has not moved for so long is taken to be elsewhere, and the time stands still until they come back. */
const awayAfterMs = 180_000;

/** Seconds below which a page that is left does not ask for a request of its own. */
export const leastReported = 1;

/** Whether the text of a page is blurred until its reader asks for it. */
export type VeilStore = Pick<StoreApi<{ veiled: boolean }>, "getState" | "subscribe">;

/** How long something could be read, to be reported to the server. */
export type SeenTime = {
  /** Seconds since they were last taken; null while nothing of it was shown yet. */
  take(): number | null;
  /** Gives back seconds that did not reach the server. */
  putBack(seconds: number): void;
  stop(): void;
};

/**
 * Counts the time for which a record or pair can be read: the page is in view, its text is revealed, and somebody is there.
 *
 * @param onTaken told of all seconds that are taken
 */
export function startSeenTime(store: VeilStore, onTaken: (seconds: number) => void): SeenTime {
  let ms = 0;
  let since: number | null = null;
  let movedAt = performance.now();
  let wasShown = false;

  function settle() {
    const now = performance.now();
    if (since !== null) ms += Math.max(0, Math.min(now, movedAt + awayAfterMs) - since);
    const isShown = document.visibilityState === "visible" && !store.getState().veiled;
    wasShown ||= isShown;
    since = isShown ? now : null;
  }

  function move() {
    settle();
    movedAt = performance.now();
  }

  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener("visibilitychange", move, { signal });
  for (const kind of ["pointerdown", "pointermove", "keydown", "scroll"] as const) {
    window.addEventListener(kind, move, { signal, passive: true });
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.veiled !== before.veiled) move();
  });
  settle();

  return {
    take() {
      settle();
      if (!wasShown) return null;
      const seconds = ms / 1_000;
      ms = 0;
      onTaken(seconds);
      return seconds;
    },
    putBack(seconds) {
      ms += seconds * 1_000;
    },
    stop() {
      stop.abort();
      unsubscribe();
    },
  };
}
