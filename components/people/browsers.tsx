"use client";

import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { accountStrings as strings } from "#lib/domain/strings/account.ts";

type BrowsersProps = { others: number; signOutElsewhere: ServerAction<Record<string, never>, void> };

/** How many other browsers are signed in, and the way to end that. */
export function Browsers({ others, signOutElsewhere }: BrowsersProps) {
  return (
    <ActionForm
      action={signOutElsewhere}
      read={() => ({})}
      onDone={() => toast.success(strings.signedOutElsewhere)}
    >
      <p className="text-sm text-ink-2">{strings.otherBrowsers(others)}</p>
      {others > 0 && (
        <SubmitButton variant="secondary" className="justify-self-start">
          {strings.signOutElsewhere}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
