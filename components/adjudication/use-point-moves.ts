"use client";

import { useState } from "react";
import type { Reading } from "#lib/domain/adjudication/compare.ts";
import { draftId, take } from "#lib/domain/adjudication/compose.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { editThought } from "#lib/domain/review/edit-draft.ts";
import type { PointMoves } from "./dispute-point.tsx";

type Context = {
  base: Content;
  readings: readonly Reading[];
  /** Stays the same function while the page lives. */
  change: (edit: (draft: ReviewDraft) => ReviewDraft) => void;
  setFocused: (id: string) => void;
  setEditing: (id: string | null) => void;
};

/** What can be done to a thought, as functions that stay the same while the page lives. */
export function usePointMoves({ base, readings, change, setFocused, setEditing }: Context): PointMoves {
  const [moves] = useState<PointMoves>(() => ({
    choose: (point, choice) => change((draft) => take(draft, base, readings, point, choice)),
    label: ({ id }, label) => change((draft) => ({ ...draft, labels: { ...draft.labels, [id]: label } })),
    write: (point, text) => change((draft) => editThought(draft, base, draftId(point), { text })),
    focus: setFocused,
    edit: setEditing,
  }));
  return moves;
}
