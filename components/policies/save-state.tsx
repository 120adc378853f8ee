"use client";

import { Button } from "#components/ui/button.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Time } from "#components/ui/time.tsx";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import type { DraftState } from "./draft-store.ts";

const strings = policiesStrings.edit;

/** Whether the server has the text, in words. */
export function SaveState({ phase, savedAt }: Pick<DraftState, "phase" | "savedAt">) {
  if (phase === "saving") return <StatusDot tone="warn">{strings.saving}</StatusDot>;
  if (phase === "failed" || phase === "conflict") return <StatusDot tone="bad">{strings.notSaved}</StatusDot>;
  if (phase === "unsaved") return <StatusDot tone="warn">{strings.unsaved}</StatusDot>;
  if (savedAt === null) return <StatusDot>{strings.asPublished}</StatusDot>;
  return (
    <StatusDot tone="ok">
      {strings.saved} <Time value={savedAt} format="seconds" />
    </StatusDot>
  );
}

/** Why the last save failed, with the way to try it again. */
export function SaveFailure({ message, onRetry }: { message: string | null; onRetry: () => void }) {
  return (
    <p
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-lg bg-bad-soft px-3.5 py-2.5 text-sm text-bad"
    >
      <span className="flex-1">{message ?? strings.failed}</span>
      <Button size="sm" onClick={onRetry}>
        {strings.retry}
      </Button>
    </p>
  );
}
