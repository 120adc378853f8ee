"use client";

import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { addThought, removeThought, restoreThought } from "#lib/domain/review/edit-draft.ts";
import { mergeWithNext, moveThought, splitThought } from "#lib/domain/review/reshape.ts";
import { focusElement, nearest } from "./focus-element.ts";
import { readingOf } from "./reading.ts";
import { useRoom } from "./room-context.tsx";
import { responseId } from "./room-store.ts";

/** What makes other thoughts of the ones at hand. The focus goes along. */
export function useReshape() {
  const { room, store } = useRoom();
  const { given } = room;
  const get = store.getState;

  function focusOn(id: string) {
    store.setState({ focused: id });
    focusElement(id);
  }

  return {
    splitAt(id: string, cursor: { text: string; at: number }) {
      const { draft } = get();
      const split = splitThought(draft, given, id, cursor);
      const second = split.added.at(-1)?.key;
      if (split === draft || !second) return;
      store.setState({ draft: split, focused: second, editing: second, caret: "start" });
    },
    merge(id: string) {
      const { draft } = get();
      const merged = mergeWithNext(draft, given, id);
      const key = merged.added.at(-1)?.key;
      if (merged === draft || !key) return;
      store.setState({ draft: merged, editing: null });
      focusOn(key);
    },
    move(id: string, by: 1 | -1) {
      store.setState(({ draft }) => ({ draft: moveThought(draft, given, id, by) }));
      focusOn(id);
    },
    addAfter(id: string | null) {
      const draft = addThought(get().draft, id);
      const key = draft.added.at(-1)?.key ?? null;
      store.setState({ draft, focused: key ?? responseId, editing: key, caret: "end" });
    },
    /** Removes a thought that stands, and brings back one that was removed. */
    toggleRemoved(id: string) {
      const { draft } = get();
      const { byId, ids } = readingOf(room, draft);
      const thought = byId.get(id);
      if (!thought) return;
      const changed = isKept(thought) ? removeThought(draft, given, id) : restoreThought(draft, given, id);
      store.setState({ draft: changed, editing: null });
      const after = readingOf(room, changed).byId;
      focusOn(nearest(ids, id, (one) => after.has(one)) ?? responseId);
    },
  };
}
