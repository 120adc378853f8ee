"use client";

import { UserPlus } from "lucide-react";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { invitationStrings as strings } from "#lib/domain/strings/invitations.ts";
import { InviteForm, type InviteInput, type InviteInto } from "./invite-form.tsx";
import { LinkDialog } from "./link-dialog.tsx";

type InviteDialogProps = {
  invite: ServerAction<InviteInput, { url: string }>;
  into: InviteInto;
};

/** Makes an invitation and shows its link, once. */
export function InviteDialog({ invite, into }: InviteDialogProps) {
  return (
    <LinkDialog
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {strings.invite}
        </Button>
      }
      title={{ ask: strings.inviteTitle, made: strings.linkTitle }}
      description={strings.inviteDescription}
    >
      {(onMade) => <InviteForm invite={invite} into={into} onMade={onMade} />}
    </LinkDialog>
  );
}
