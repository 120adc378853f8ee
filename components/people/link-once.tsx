"use client";

import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { invitationStrings as strings } from "#lib/domain/strings/invitations.ts";

/** A link that is shown this once, with a button that copies it. */
export function LinkOnce({ url, onDone }: { url: string; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <p className="rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-xs break-all select-all">
        {url}
      </p>
      {/* At opposite edges: the copy button changes its width, and must not move the other from under the pointer. */}
      <div className="flex flex-wrap justify-between gap-2.5">
        <CopyButton wide text={url} label={strings.copyLink} />
        <Button variant="quiet" onClick={onDone}>
          {strings.done}
        </Button>
      </div>
    </div>
  );
}
