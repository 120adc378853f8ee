"use client";

import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/domain/people/password.ts";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";

const { reset } = entryStrings;

type ResetFormProps = { token: string; reset: ServerAction<{ token: string; password: string }, never> };

/** Chooses a new password by a reset link. */
export function ResetForm({ token, reset: action }: ResetFormProps) {
  return (
    <ActionForm action={action} read={(entered) => ({ token, password: String(entered.get("password")) })}>
      <Field label={strings.newPassword} name="password" hint={strings.passwordHint(passwordLength.min)}>
        <Input type="password" autoComplete="new-password" autoFocus />
      </Field>
      <SubmitButton size="lg">{reset.submit}</SubmitButton>
    </ActionForm>
  );
}
