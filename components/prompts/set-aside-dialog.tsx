"use client";

import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

type SetAsideDialogProps = {
  slug: string;
  number: number;
  setAside: ServerAction<{ slug: string; number: number }, void>;
};

/** Asks a lead before a prompt is kept from training for good. */
export function SetAsideDialog({ slug, number, setAside }: SetAsideDialogProps) {
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{strings.setAside}</Button>}
      title={strings.setAsideTitle}
      description={strings.setAsideDescription}
      confirm={strings.setAsideConfirm}
      onConfirm={() => setAside({ slug, number })}
    />
  );
}
