"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { SeenTime } from "#components/exposure/seen-time.ts";
import type { Room } from "#lib/domain/review/view.ts";
import { type Autosave, startAutosave } from "./autosave.ts";
import { draftRequests } from "./draft-request.ts";
import { browserJournal } from "./journal.ts";
import type { RoomStore } from "./room-store.ts";

/** How soon a reviewer who only reads hears that their claim is lost. */
const beatMs = 15_000;

/** Saves what is written and keeps the claim alive for as long as the reviewer has the page before them. */
export function useAutosave(
  room: Room,
  store: RoomStore,
  seen: RefObject<SeenTime | null>,
): RefObject<Autosave | null> {
  const autosave = useRef<Autosave | null>(null);
  const reviewId = room.standing === "reviewing" ? room.review?.id : undefined;
  const { slug } = room.project;
  const baseRevisionId = room.given.id;

  useEffect(() => {
    if (!reviewId) return;
    const requests = draftRequests(slug, reviewId, seen);
    const running = startAutosave(store, { baseRevisionId, requests, journal: browserJournal(reviewId) });
    autosave.current = running;

    const beat = async () => {
      if (document.visibilityState === "visible") await running.beat();
    };
    const showOrHide = () => {
      if (document.visibilityState === "hidden") {
        running.flush();
        return requests.leave();
      }
      running.retry();
      void beat();
    };
    const leave = () => {
      running.flush();
      const { version, draft } = store.getState();
      if (version === 0 && draft === store.getInitialState().draft) requests.release();
      else requests.leave();
    };
    const timer = setInterval(beat, beatMs);
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("visibilitychange", showOrHide, { signal });
    window.addEventListener("online", running.retry, { signal });
    window.addEventListener("pagehide", leave, { signal });
    window.addEventListener("pageshow", beat, { signal });
    return () => {
      stop.abort();
      clearInterval(timer);
      running.flush();
      running.stop();
      requests.leave();
      autosave.current = null;
    };
  }, [store, seen, slug, reviewId, baseRevisionId]);
  return autosave;
}
