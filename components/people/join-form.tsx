"use client";

import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/domain/people/password.ts";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";

type JoinFormProps = {
  token: string;
  /** What the invitation already knows of the person. */
  email: string;
  join: ServerAction<{ token: string; name: string; email: string; password: string }, never>;
};

/** Makes an account by an invitation. */
export function JoinForm({ token, email, join }: JoinFormProps) {
  return (
    <ActionForm
      action={join}
      read={(entered) => ({
        token,
        name: String(entered.get("name")),
        email: String(entered.get("email")),
        password: String(entered.get("password")),
      })}
    >
      <Field label={strings.name} name="name">
        <Input autoComplete="name" autoFocus />
      </Field>
      <Field label={strings.email} name="email">
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          defaultValue={email}
        />
      </Field>
      <Field label={strings.password} name="password" hint={strings.passwordHint(passwordLength.min)}>
        <Input type="password" autoComplete="new-password" />
      </Field>
      <SubmitButton size="lg">{entryStrings.join.submit}</SubmitButton>
    </ActionForm>
  );
}
