"use client";

import { createContext, type ReactNode, type RefObject, useContext, useDeferredValue } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { SeenTime } from "#components/exposure/seen-time.ts";
import type { ServerAction } from "#components/ui/action-state.ts";
import type { CommentPage, ThreadPage } from "#lib/domain/comment/thread.ts";
import type { Label } from "#lib/domain/deliberation/reply.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { Decision, ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Room } from "#lib/domain/review/view.ts";
import type { Autosave } from "./autosave.ts";
import { type Reading, readingOf } from "./reading.ts";
import type { RoomState, RoomStore } from "./room-store.ts";

/** What the page hands down. Those that go on to another record redirect; what they refuse comes back as a value. */
export type RoomActions = {
  submit: ServerAction<
    {
      slug: string;
      reviewId: string;
      baseRevisionId: string;
      version: number;
      content: ReviewDraft;
      seen: number | null;
    },
    unknown
  >;
  skip: ServerAction<{ slug: string; reviewId: string; ref: string; seen: number | null }, unknown>;
  undo: ServerAction<{ slug: string; reviewId: string }, unknown>;
  claim: ServerAction<{ slug: string; ref: string }, unknown>;
  next: ServerAction<{ slug: string; past: string | null }, unknown>;
  erase: ServerAction<{ kind: "prompt" | "record"; id: string; reason: string }, unknown>;
  changeNow: ServerAction<
    { slug: string; ref: string; decision: Decision; labels: Record<string, Label>; note: string },
    unknown
  >;
  openThread: ServerAction<{ slug: string; ref: string; thoughtId: string | null; text: string }, unknown>;
  replyInThread: ServerAction<{ slug: string; ref: string; threadId: string; text: string }, unknown>;
  resolveThread: ServerAction<{ slug: string; ref: string; threadId: string; resolved: boolean }, unknown>;
  olderThreads: ServerAction<{ slug: string; ref: string; before: string }, ThreadPage>;
  earlierComments: ServerAction<{ slug: string; ref: string; threadId: string; before: string }, CommentPage>;
  withdraw: ServerAction<{ slug: string; ref: string; reason: string; again: boolean }, unknown>;
};

type RoomContext = {
  room: Room;
  store: RoomStore;
  actions: RoomActions;
  /** Null until the page stands, and where nothing can be written. */
  autosave: RefObject<Autosave | null>;
  /** How long the record could be read; null until the page stands. */
  seen: RefObject<SeenTime | null>;
};

const Context = createContext<RoomContext | null>(null);

/** Gives the parts of the room the record, its store and the actions. */
export function RoomProvider({ value, children }: { value: RoomContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The record as it was loaded, its store and the actions. */
export function useRoom(): RoomContext {
  const value = useContext(Context);
  if (!value) throw new Error("Parts of the room stand inside a RoomProvider.");
  return value;
}

/** A part of what the page knows; draws anew when it changes. */
export function useRoomState<T>(select: (state: RoomState) => T): T {
  return useStore(useRoom().store, select);
}

/** A part of what stands on the page by the draft; draws anew when it changes. */
export function useReading<T>(select: (reading: Reading) => T): T {
  const { room } = useRoom();
  return useRoomState(useShallow(({ draft }) => select(readingOf(room, draft))));
}

/** The draft for what may follow the keys a moment later: sums, sentences and comparisons. */
export function useDeferredDraft(): ReviewDraft {
  return useDeferredValue(useRoomState((state) => state.draft));
}

/** Changes the draft by one of the rules of lib/domain/review/edit-draft. */
export function useEdit(): (change: (draft: ReviewDraft, base: Content) => ReviewDraft) => void {
  const { store, room } = useRoom();
  return (change) => store.setState(({ draft }) => ({ draft: change(draft, room.given) }));
}

/** Whether the reader works on the record, so that labels and edits are theirs to make. */
export function useIsReviewing(): boolean {
  return useRoom().room.standing === "reviewing";
}
