"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { accountStrings as strings } from "#lib/domain/strings/account.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";

type ProfileFormProps = {
  name: string;
  email: string;
  hasPassword: boolean;
  save: ServerAction<{ name: string; email: string; currentPassword: string }, void>;
};

/** A person's own name and address. The password is asked for only where the address changes. */
export function ProfileForm({ name, email, hasPassword, save }: ProfileFormProps) {
  const [typed, setTyped] = useState(email);
  const needsPassword = hasPassword && typed.trim().toLowerCase() !== email;
  return (
    <ActionForm
      action={save}
      read={(entered) => ({
        name: String(entered.get("name")),
        email: String(entered.get("email")),
        currentPassword: String(entered.get("currentPassword") ?? ""),
      })}
      onDone={() => toast.success(strings.profileSaved)}
    >
      <Field label={peopleStrings.name} name="name">
        <Input autoComplete="name" defaultValue={name} />
      </Field>
      <Field label={peopleStrings.email} name="email" hint={strings.emailHint}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {needsPassword && (
        <Field label={strings.currentPassword} name="currentPassword" hint={strings.currentPasswordHint}>
          <Input type="password" autoComplete="current-password" />
        </Field>
      )}
      <SubmitButton variant="secondary" className="justify-self-start">
        {strings.saveProfile}
      </SubmitButton>
    </ActionForm>
  );
}
