"use client";

import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import { homeStrings as strings } from "#lib/domain/strings/home.ts";

/** Claims the next record and goes to it. */
export function StartButton({
  slug,
  start,
}: {
  slug: string;
  start: ServerAction<{ slug: string }, unknown>;
}) {
  const { run, busy } = useAction(start, { onRefused: toastRefusal });
  return (
    <Button variant="primary" busy={busy} onClick={() => run({ slug })}>
      {strings.startReviewing}
    </Button>
  );
}
