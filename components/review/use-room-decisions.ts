"use client";

import { useRouter } from "next/navigation";
import { flushSync } from "react-dom";
import { mayLeave } from "#components/shell/leaving.ts";
import type { Refusal } from "#components/ui/action-state.ts";
import { missingFrom } from "#lib/domain/review/missing.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";
import { dimensionOf, responseId } from "./room-store.ts";
import { useSubmission } from "./submission.tsx";
import { visitedAfter, visitedBefore } from "./trail.ts";
import { offerUndo, undoLast } from "./undo.ts";
import { useRoomMoves } from "./use-room-moves.ts";

/** What ends the work on a record, or leads to another one. */
export function useRoomDecisions() {
  const { room, store, actions, autosave, seen } = useRoom();
  const { goOn, busy } = useSubmission();
  const router = useRouter();
  const moves = useRoomMoves();
  const { slug } = room.project;
  const { ref } = room.record;
  const reviewId = room.review?.id ?? "";
  const takeBack = () => actions.undo({ slug, reviewId });

  const onRefused = ({ code }: Refusal) => {
    autosave.current?.resume();
    // It may be that nobody is signed in any more, which the room then says.
    if (code === "forbidden") void autosave.current?.beat();
  };
  const go = (next: string) => {
    const href = `/projects/${slug}/review/${next}`;
    if (mayLeave(href)) router.push(href);
  };

  const decisions = {
    /** Shows what was blurred; from now on its time counts. */
    reveal() {
      store.setState({ veiled: false });
      void autosave.current?.beat();
    },
    submit() {
      if (busy || room.standing !== "reviewing") return;
      const { save } = store.getState();
      if (save.kind === "conflict") return store.setState({ panel: "conflict" });
      if (save.kind === "unsaved" && save.why === "signed_out") return store.setState({ panel: "sign_in" });
      goOn(
        async () => {
          await autosave.current?.hold();
          const { draft, version } = store.getState();
          return actions.submit({
            slug,
            reviewId,
            baseRevisionId: room.given.id,
            version,
            content: draft,
            seen: seen.current?.take() ?? null,
          });
        },
        {
          showsNext: missingFrom(store.getState().draft, room.given, room.rules).length === 0,
          onGone() {
            autosave.current?.forget();
            offerUndo(strings.undo.submitted(ref), takeBack);
          },
          onRefused,
        },
      );
    },
    skip() {
      if (busy || room.standing !== "reviewing") return;
      goOn(
        async () => {
          autosave.current?.flush();
          await autosave.current?.hold();
          return actions.skip({ slug, reviewId, ref, seen: seen.current?.take() ?? null });
        },
        {
          showsNext: true,
          onGone: () => offerUndo(strings.undo.skipped(ref), takeBack),
          onRefused,
        },
      );
    },
    claim() {
      if (busy) return;
      goOn(
        async () => {
          // A new review begins with what the server has of the one before.
          autosave.current?.flush();
          await autosave.current?.hold();
          return actions.claim({ slug, ref });
        },
        { onRefused },
      );
    },
    next() {
      const after = visitedAfter(slug, ref);
      if (after) go(after);
      else if (!busy) goOn(() => actions.next({ slug, past: ref }));
    },
    previous() {
      const before = visitedBefore(slug, ref);
      if (before) go(before);
    },
    takeBack() {
      if (!busy) goOn(takeBack);
    },
    /** Takes back the newest change; with none in this room, what was submitted or skipped last. */
    undo() {
      if (!moves.undo()) undoLast();
    },
    /** Takes the decision, or lets it follow from the verdicts again; what has to be said comes next. */
    toggleDecision(decision: "request_changes" | "reject") {
      const { draft } = store.getState();
      const next = draft.decision === decision ? null : decision;
      store.setState({ draft: { ...draft, decision: next } });
      if (next && draft.note === "") decisions.writeNote();
    },
    /** Makes the note one for the leads, about the thought in focus. */
    flagGap(noteKind: "policy_gap" | "guidelines_gap") {
      const { focused } = store.getState();
      const noteAbout = focused === responseId || dimensionOf(focused) ? null : focused;
      store.setState(({ draft }) => ({ draft: { ...draft, noteKind, noteAbout } }));
      decisions.writeNote();
    },
    /** Begins a comment about the thought in focus. */
    commentOnFocused() {
      const { focused } = store.getState();
      decisions.comment(focused === responseId ? null : focused);
    },
    /** Begins a comment about a thought, or about the record; at once, so that what is typed next is in it. */
    comment(commentOn: string | null) {
      flushSync(() => store.setState({ tab: "comments", commentOn }));
      document.querySelector<HTMLElement>("[data-comment]")?.focus();
    },
    /** At once, as well. */
    writeNote() {
      const notes = [...document.querySelectorAll<HTMLTextAreaElement>("[data-note]")];
      const note = notes.find((one) => one.checkVisibility());
      note?.focus();
      note?.setSelectionRange(note.value.length, note.value.length);
    },
  };
  return decisions;
}
