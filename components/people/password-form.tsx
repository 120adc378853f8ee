"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/domain/people/password.ts";
import { accountStrings as strings } from "#lib/domain/strings/account.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type PasswordFormProps = {
  hasPassword: boolean;
  /** Fills the form's user name for password stores; never sent. */
  email: string;
  save: ServerAction<{ currentPassword: string; password: string }, void>;
};

/** Sets the first password or changes it. */
export function PasswordForm({ hasPassword, email, save }: PasswordFormProps) {
  // A new key empties the fields once the password is saved.
  const [saved, setSaved] = useState(0);
  return (
    <ActionForm
      key={saved}
      action={save}
      read={(entered) => ({
        currentPassword: String(entered.get("currentPassword") ?? ""),
        password: String(entered.get("password")),
      })}
      onDone={() => {
        setSaved(saved + 1);
        toast.success(hasPassword ? strings.passwordSaved : strings.passwordSet);
      }}
    >
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <Field label={strings.currentPassword} name="currentPassword">
          <Input type="password" autoComplete="current-password" />
        </Field>
      )}
      <Field
        label={peopleStrings.newPassword}
        name="password"
        hint={peopleStrings.passwordHint(passwordLength.min)}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      <SubmitButton variant="secondary" className="justify-self-start">
        {hasPassword ? strings.changePassword : strings.setPassword}
      </SubmitButton>
    </ActionForm>
  );
}
