"use client";

import { toast } from "sonner";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { keyOf } from "#components/ui/key-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";

type InProject = { slug: string };

/** Claims the next pair and goes to it. */
export function StartJudging({
  slug,
  waiting,
  start,
}: InProject & { waiting: number; start: ServerAction<InProject, unknown> }) {
  const { run, busy } = useAction(start, { onRefused: toastRefusal });
  if (waiting === 0) return null;
  return (
    <Button variant="primary" busy={busy} onClick={() => run({ slug })}>
      {strings.start}
      <span className="font-normal tabular-nums opacity-80">{waiting.toLocaleString("en")}</span>
    </Button>
  );
}

/** Makes pairs of what people changed, as far as there are none yet. */
export function MakePairs({ slug, make }: InProject & { make: ServerAction<InProject, { made: number }> }) {
  const { run, busy } = useAction(make, {
    onDone: ({ made }) => void toast.success(strings.made(made)),
    onRefused: toastRefusal,
  });
  return (
    <Button busy={busy} onClick={() => run({ slug })}>
      {strings.makeFromEdits}
    </Button>
  );
}

type UndoLastProps = InProject & {
  pairId: string;
  /** Whether no pair is left. */
  wasLast: boolean;
  undo: ServerAction<InProject & { pairId: string }, unknown>;
};

/** After a pair that none followed: what was decided there can still be taken back, by button or by key. */
export function UndoLast({ slug, pairId, wasLast, undo }: UndoLastProps) {
  const { run, busy, refusal } = useAction(undo);
  useKeyDown((event) => {
    if (keyOf(event) !== "Mod+z" || isTyping(event.target)) return;
    event.preventDefault();
    run({ slug, pairId });
  });
  return (
    <Notice tone={refusal ? "bad" : "ok"} className="mb-5">
      {refusal?.message ?? (wasLast ? strings.allDone : strings.kept)}{" "}
      <Button size="sm" busy={busy} onClick={() => run({ slug, pairId })}>
        {strings.undoLast}
      </Button>
    </Notice>
  );
}
