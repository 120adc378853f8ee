"use client";

import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { entryStrings } from "#lib/domain/strings/entry.ts";

const { join: strings } = entryStrings;

type JoinAsProps = {
  token: string;
  /** Who is signed in. */
  name: string;
  join: ServerAction<{ token: string }, never>;
  signOut: () => Promise<void>;
};

/** Accepts an invitation with the account that is signed in. */
export function JoinAs({ token, name, join, signOut }: JoinAsProps) {
  return (
    <ActionForm action={join} read={() => ({ token })}>
      <p className="text-sm text-ink-2">{strings.signedInAs(name)}</p>
      <div className="grid gap-2.5">
        <SubmitButton size="lg">{strings.joinAs(name)}</SubmitButton>
        <Button variant="quiet" onClick={() => signOut()}>
          {strings.notYou}
        </Button>
      </div>
    </ActionForm>
  );
}
