"use client";

import type { RefObject } from "react";
import { undoLast } from "#components/review/undo.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import type { Point, Reading } from "#lib/domain/adjudication/compare.ts";
import { chosenOf } from "#lib/domain/adjudication/compose.ts";
import { optionsFor } from "#lib/domain/adjudication/options.ts";
import { labels } from "#lib/domain/deliberation/reply.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { decided } from "./decide-bar.tsx";
import type { PointMoves } from "./dispute-point.tsx";

type Context = {
  points: readonly Point[];
  readings: readonly Reading[];
  focused: string | null;
  moves: PointMoves;
  draft: ReviewDraft;
  base: Content;
  change: (edit: (draft: ReviewDraft) => ReviewDraft) => void;
  decide: () => void;
  comment: RefObject<HTMLTextAreaElement | null>;
};

/** The keys of the page, as in the review room where they mean the same; while something is typed, only deciding acts. */
export function useDisputeKeys(context: Context): void {
  useKeyDown((event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const withMod = event.ctrlKey || event.metaKey;
    if (withMod && event.key === "Enter") {
      event.preventDefault();
      if (!event.repeat) context.decide();
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === "Escape") context.moves.edit(null);
      return;
    }
    if (withMod && event.key === "z") return undoLast();
    if (withMod || event.altKey) return;
    const act = actOf(event.key, context);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf(key: string, context: Context): (() => void) | null {
  const { points, focused, moves, change, comment } = context;
  const place = points.findIndex(({ id }) => id === focused);
  const point = points[place];
  const label = labels[Number(key) - 1];
  if (label) return point?.given ? () => moves.label(point, label) : null;
  return (
    {
      ArrowUp: () => focusOn(points[place - 1]),
      ArrowDown: () => focusOn(points[place + 1]),
      ArrowLeft: () => choose(context, point, -1),
      ArrowRight: () => choose(context, point, 1),
      e: () => point && moves.edit(point.id),
      n: () => comment.current?.focus(),
      a: () => change((draft) => decided(draft, "approve")),
      c: () => change((draft) => decided(draft, "request_changes")),
      r: () => change((draft) => decided(draft, "reject")),
    }[key] ?? null
  );
}

function focusOn(point: Point | undefined): void {
  const line = point && document.querySelector<HTMLElement>(`[data-point="${CSS.escape(point.id)}"]`);
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: "nearest" });
}

/** Takes the version beside the chosen one; the first or last where none is chosen. */
function choose(context: Context, point: Point | undefined, step: -1 | 1): void {
  if (!point?.differs) return;
  const options = optionsFor(point, context.readings);
  const now = options.findIndex(({ choice }) => choice === chosenOf(context.draft, context.base, point));
  const next = options[now < 0 ? (step > 0 ? 0 : options.length - 1) : now + step];
  if (next) context.moves.choose(point, next.choice);
}
