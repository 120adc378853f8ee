import { createStore } from "zustand/vanilla";
import type { Finding } from "#lib/domain/checks/finding.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { ClaimState, DraftConflict } from "#lib/domain/review/saved-draft.ts";
import { noSteps, noteStep, type Steps } from "#lib/domain/review/steps.ts";
import type { Room } from "#lib/domain/review/view.ts";
import { readingOf } from "./reading.ts";

/** Where the draft is. `unsaved` is kept on this device, and why it is nowhere else. */
export type SaveState =
  | { kind: "unwritten" }
  | { kind: "saved"; at: string }
  | { kind: "saving" }
  | { kind: "unsaved"; why: "offline" | "signed_out" | "refused"; message?: string }
  | { kind: "conflict"; stored: DraftConflict };

export type RoomTab = "refined" | "deliberation" | "changes" | "history" | "comments";
export type RoomPanel = "keys" | "guidelines" | "context" | "conflict" | "sign_in" | null;

/** Follows all thoughts in the order of what can be focused. */
export const responseId = "response";

/** What is focused of the rubric, after the response: its dimensions by these ids. */
export const scoreId = (dimension: Dimension) => `score:${dimension}`;

/** The dimension that an id of the focus stands for. */
export function dimensionOf(id: string): Dimension | undefined {
  return dimensions.find((dimension) => scoreId(dimension) === id);
}

export type RoomState = {
  draft: ReviewDraft;
  /** The drafts that undo and redo go to. */
  steps: Steps;
  /** Version of the stored draft that `draft` goes on from; 0 before the first save. */
  version: number;
  save: SaveState;
  claim: ClaimState | null;
  /** A draft that lost a conflict and was not let go of. */
  aside: ReviewDraft | null;
  /** What the checks noticed in what was labelled, as far as the server has told. */
  findings: readonly Finding[];
  /** Whether text was found on this device that had not reached the server. */
  restored: boolean;
  /** Its text is blurred until the reader asks for it. */
  veiled: boolean;

  tab: RoomTab;
  panel: RoomPanel;
  /** Whether all of a long prompt is shown. */
  isPromptOpen: boolean;
  /** Id of the thought in focus, `responseId`, or that of a dimension. */
  focused: string;
  /** Id of what is being edited. */
  editing: string | null;
  /** Where the cursor is when editing begins. */
  caret: "start" | "end";
  /** Ids of what shows its change. */
  compared: readonly string[];
  /** The clause that was pointed at. */
  clause: string | null;
  /** Id of the thought that a comment is about; null for the record. */
  commentOn: string | null;
  /** Id of the thought whose clauses are being chosen. */
  citing: string | null;
};

/** What the page of one record knows that the server does not. One per record: it starts anew with the next. */
export function createRoomStore(room: Room, tab: RoomTab = "refined") {
  const { review } = room;
  const draft = review?.draft ?? emptyDraft;
  const store = createStore<RoomState>()(() => ({
    draft,
    steps: noSteps,
    version: review?.version ?? 0,
    save: review?.savedAt ? { kind: "saved", at: review.savedAt } : { kind: "unwritten" },
    claim: review?.claimedUntil ? { until: review.claimedUntil } : null,
    aside: null,
    findings: room.findings,
    restored: false,
    veiled: room.exposure.blur,
    tab,
    panel: null,
    isPromptOpen: false,
    focused: readingOf(room, draft).ids[0] ?? responseId,
    editing: null,
    caret: "end",
    compared: [],
    clause: null,
    commentOn: null,
    citing: null,
  }));
  store.subscribe((state, before) => {
    // Who goes along the steps sets them together with the draft.
    if (state.draft === before.draft || state.steps !== before.steps) return;
    const steps = noteStep(state.steps, before.draft, state.draft);
    if (steps !== state.steps) store.setState({ steps });
  });
  return store;
}

export type RoomStore = ReturnType<typeof createRoomStore>;
