"use client";

import { KeyRound } from "lucide-react";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { LinkDialog } from "./link-dialog.tsx";

type ResetLinkDialogProps = {
  id: string;
  name: string;
  make: ServerAction<{ id: string }, { url: string }>;
};

/** Makes a reset link and shows it, once. */
export function ResetLinkDialog({ id, name, make }: ResetLinkDialogProps) {
  return (
    <LinkDialog
      trigger={
        <Button>
          <KeyRound aria-hidden />
          {strings.resetLink}
        </Button>
      }
      title={{ ask: strings.resetTitle(name), made: strings.resetReady }}
      description={strings.resetDescription}
    >
      {(onMade) => (
        <ActionForm action={make} read={() => ({ id })} onDone={onMade}>
          <SubmitButton className="justify-self-end">{strings.resetLink}</SubmitButton>
        </ActionForm>
      )}
    </LinkDialog>
  );
}
