"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { invitationStrings } from "#lib/domain/strings/invitations.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { LinkOnce } from "./link-once.tsx";

type ResetLinkDialogProps = {
  id: string;
  name: string;
  make: ServerAction<{ id: string }, { url: string }>;
};

/** Makes a reset link and shows it, once. */
export function ResetLinkDialog({ id, name, make }: ResetLinkDialogProps) {
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);

  function handleOpenChange(next: boolean) {
    setOpen(next);
    setUrl(null);
  }

  return (
    <Dialog
      trigger={
        <Button>
          <KeyRound aria-hidden />
          {strings.resetLink}
        </Button>
      }
      open={open}
      onOpenChange={handleOpenChange}
      title={url ? strings.resetReady : strings.resetTitle(name)}
      description={url ? invitationStrings.linkOnce : strings.resetDescription}
    >
      {url ? (
        <LinkOnce url={url} onDone={() => handleOpenChange(false)} />
      ) : (
        <ActionForm action={make} read={() => ({ id })} onDone={(made) => setUrl(made.url)}>
          <SubmitButton className="justify-self-end">{strings.resetLink}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}
