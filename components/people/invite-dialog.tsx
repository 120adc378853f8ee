"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { invitationStrings as strings } from "#lib/domain/strings/invitations.ts";
import { InviteForm, type InviteInput, type InviteInto } from "./invite-form.tsx";
import { LinkOnce } from "./link-once.tsx";

type InviteDialogProps = {
  invite: ServerAction<InviteInput, { url: string }>;
  into: InviteInto;
};

/** Makes an invitation and shows its link, once. */
export function InviteDialog({ invite, into }: InviteDialogProps) {
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);

  function handleOpenChange(next: boolean) {
    setOpen(next);
    setUrl(null);
  }

  return (
    <Dialog
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {strings.invite}
        </Button>
      }
      open={open}
      onOpenChange={handleOpenChange}
      title={url ? strings.linkTitle : strings.inviteTitle}
      description={url ? strings.linkOnce : strings.inviteDescription}
    >
      {url ? (
        <LinkOnce url={url} onDone={() => handleOpenChange(false)} />
      ) : (
        <InviteForm invite={invite} into={into} onMade={(made) => setUrl(made.url)} />
      )}
    </Dialog>
  );
}
