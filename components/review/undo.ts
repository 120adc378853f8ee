"use client";

import { toast } from "sonner";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { Outcome } from "#lib/domain/outcome.ts";
import { undoMs } from "#lib/domain/review/reveal.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { isNavigation } from "./use-go-on.ts";

/** Goes to the page of the record when it succeeds. */
type TakeBack = () => Promise<Outcome<unknown>>;

let last: { takeBack: () => void; until: number } | null = null;

/** Says what was just done, on whatever page comes next, and offers to take it back while that is possible. */
export function offerUndo(said: string, takeBack: TakeBack): void {
  const run = () => {
    last = null;
    toast.dismiss(id);
    void takeBack().then(
      (outcome) => {
        if (!outcome.ok) toastRefusal(outcome);
      },
      (error: unknown) => {
        if (!isNavigation(error)) throw error;
      },
    );
  };
  const id = toast(said, {
    duration: undoMs,
    action: { label: strings.undo.action, onClick: run },
    // Never over the answer bar: in the left column where there is one, else at the top.
    position: window.matchMedia("(min-width: 80rem)").matches ? "bottom-left" : "top-center",
    style: { width: "14.5rem" },
  });
  last = { takeBack: run, until: Date.now() + undoMs };
}

/** Takes back the last thing that was offered so, if its time is not over. */
export function undoLast(): void {
  if (last && Date.now() < last.until) last.takeBack();
}
