"use client";

import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { thoughtsAtHand } from "#lib/domain/review/apply-draft.ts";
import { addThought, toggleLabel } from "#lib/domain/review/edit-draft.ts";
import { useRoom } from "./room-context.tsx";
import { responseId } from "./room-store.ts";

/** What keys and buttons do alike: move the focus, open and close what is being written. */
export function useRoomMoves() {
  const { room, store } = useRoom();
  const { given } = room;
  const get = store.getState;

  /** Ids of all that can be focused, in reading order. */
  function places(): string[] {
    const thoughts =
      room.standing === "reviewing" ? thoughtsAtHand(get().draft, given) : room.shown.thoughts.filter(isKept);
    return [...thoughts.map(({ id }) => id), responseId];
  }

  function focusOn(id: string) {
    store.setState({ focused: id });
    focusElement(id);
  }

  function move(by: 1 | -1) {
    const all = places();
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(get().focused) + by))];
    if (next) focusOn(next);
  }

  return {
    focusOn,
    move,
    /** Labels the focused thought; *sound* goes on to the next. */
    label(label: Label) {
      const { focused, draft } = get();
      if (!given.thoughts.some(({ id }) => id === focused)) return;
      const labelled = toggleLabel(draft, focused, label);
      store.setState({ draft: labelled });
      if (labelled.labels[focused] === "sound") move(1);
    },
    startEditing(id: string) {
      if (room.standing === "reviewing") store.setState({ focused: id, editing: id });
    },
    stopEditing() {
      const { editing } = get();
      store.setState({ editing: null });
      if (editing) focusElement(editing);
    },
    toggleCompared(id: string) {
      store.setState(({ compared }) => ({
        compared: compared.includes(id) ? compared.filter((one) => one !== id) : [...compared, id],
      }));
    },
    addAfter(id: string | null) {
      const draft = addThought(get().draft, id);
      const key = draft.added.at(-1)?.key ?? null;
      store.setState({ draft, focused: key ?? responseId, editing: key });
    },
    pointAt(clause: string) {
      store.setState({ clause });
      if (!isBesideThePage()) store.setState({ panel: "context" });
    },
  };
}

/** Focuses a thought or the response once it is drawn, and brings it into view. */
function focusElement(id: string) {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(id)}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  });
}

/** Whether the clauses stand beside the thoughts; on smaller screens they are in a sheet. */
function isBesideThePage(): boolean {
  return document.querySelector("[data-context]")?.checkVisibility() ?? false;
}
