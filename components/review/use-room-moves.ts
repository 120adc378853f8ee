"use client";

import type { Label } from "#lib/domain/deliberation/reply.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { highest } from "#lib/domain/grading/rubric.ts";
import { toggleLabel } from "#lib/domain/review/edit-draft.ts";
import { unscoredIn } from "#lib/domain/review/missing.ts";
import { stepBack, stepForth } from "#lib/domain/review/steps.ts";
import { touchedBetween } from "#lib/domain/review/touched.ts";
import { focusElement, nearest } from "./focus-element.ts";
import { givenOf, readingOf } from "./reading.ts";
import { useRoom } from "./room-context.tsx";
import { dimensionOf, type RoomState, responseId, scoreId } from "./room-store.ts";

/** What keys and buttons do alike: move the focus, label, open and close what is being written. */
export function useRoomMoves() {
  const { room, store } = useRoom();
  const get = store.getState;
  const isScored = room.standing === "reviewing" && room.rules.asksScores;
  const scored = isScored ? dimensions.map(scoreId) : [];

  function focusOn(id: string) {
    store.setState({ focused: id, tab: "refined" });
    focusElement(id);
  }

  function move(by: 1 | -1) {
    const all = [...readingOf(room, get().draft).ids, responseId, ...scored];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(get().focused) + by))];
    if (next) focusOn(next);
  }

  /** Goes to another draft, and to what is different in it: a thought that is gone leaves the focus to one near its place. */
  function goTo(step: Pick<RoomState, "draft" | "steps"> | null): boolean {
    if (!step) return false;
    const { draft, focused } = get();
    const { ids } = readingOf(room, draft);
    const { byId } = readingOf(room, step.draft);
    store.setState({ ...step, editing: null });
    const touched = touchedBetween(draft, step.draft);
    const places = [
      ...[...byId.keys()].filter((id) => touched.thoughts.has(id)),
      ...(touched.response ? [responseId] : []),
      ...touched.dimensions.map(scoreId),
    ];
    const isGone = ids.includes(focused) && !byId.has(focused);
    const near = isGone ? (nearest(ids, focused, (id) => byId.has(id)) ?? responseId) : focused;
    if (isGone || places.length > 0) focusOn(places.includes(near) ? near : (places[0] ?? near));
    return true;
  }

  return {
    focusOn,
    move,
    /** Goes to the next thought that needs a label, from the top again after the last. */
    nextUnlabelled() {
      const { draft, focused } = get();
      const { ids, assessment } = readingOf(room, draft);
      const open = new Set(assessment.unlabelled);
      const place = ids.indexOf(focused) + 1;
      const next = [...ids.slice(place), ...ids.slice(0, place)].find((id) => open.has(id));
      if (next) focusOn(next);
    },
    /** Labels the focused thought; *sound* goes on to the next. */
    label(label: Label) {
      const { focused, draft } = get();
      if (!givenOf(room, focused)) return;
      const labelled = toggleLabel(draft, focused, label);
      store.setState({ draft: labelled });
      if (labelled.labels[focused] === "sound") move(1);
    },
    /** Goes to the next dimension without a score, from the top again after the last. */
    nextUnscored() {
      const { draft, focused } = get();
      const open = unscoredIn(draft, room.rules).map(scoreId);
      const place = scored.indexOf(focused) + 1;
      const next = [...scored.slice(place), ...scored.slice(0, place)].find((id) => open.includes(id));
      if (next) focusOn(next);
    },
    /** Scores the dimension in focus and goes on to the next; says whether one was in focus. */
    score(value: number): boolean {
      const { focused, draft } = get();
      const dimension = dimensionOf(focused);
      if (!dimension) return false;
      if (value <= highest) {
        store.setState({ draft: { ...draft, scores: { ...draft.scores, [dimension]: value } } });
        move(1);
      }
      return true;
    },
    /** The thought in focus; the last one while the response is. */
    focusedThought(): string | null {
      const { draft, focused } = get();
      const { ids } = readingOf(room, draft);
      return ids.includes(focused) ? focused : (ids.at(-1) ?? null);
    },
    startEditing(id: string) {
      if (room.standing === "reviewing" && !dimensionOf(id))
        store.setState({ focused: id, editing: id, caret: "end" });
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
    /** Goes to the draft before the newest change; says whether there was one. */
    undo(): boolean {
      const { steps, draft } = get();
      return goTo(stepBack(steps, draft));
    },
    redo() {
      const { steps, draft } = get();
      goTo(stepForth(steps, draft));
    },
    pointAt(clause: string) {
      store.setState({ clause });
      if (!isBesideThePage()) store.setState({ panel: "context" });
    },
  };
}

/** Whether the clauses stand beside the thoughts; on smaller screens they are in a sheet. */
function isBesideThePage(): boolean {
  return document.querySelector("[data-context]")?.checkVisibility() ?? false;
}
