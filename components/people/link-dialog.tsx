"use client";

import { type ReactNode, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { invitationStrings } from "#lib/domain/strings/invitations.ts";
import { LinkOnce } from "./link-once.tsx";

type LinkDialogProps = {
  trigger: ReactNode;
  /** Before there is a link, and once it is made. */
  title: { ask: string; made: string };
  description: string;
  /** The form that makes it. */
  children: (onMade: (made: { url: string }) => void) => ReactNode;
};

/** Makes a link and shows it, once. */
export function LinkDialog({ trigger, title, description, children }: LinkDialogProps) {
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);

  function handleOpenChange(next: boolean) {
    setOpen(next);
    setUrl(null);
  }

  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={handleOpenChange}
      title={url ? title.made : title.ask}
      description={url ? invitationStrings.linkOnce : description}
    >
      {url ? (
        <LinkOnce url={url} onDone={() => handleOpenChange(false)} />
      ) : (
        children((made) => setUrl(made.url))
      )}
    </Dialog>
  );
}
