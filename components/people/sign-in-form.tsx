"use client";

import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";

const { signIn } = entryStrings;

type SignInFormProps = {
  /** Where to go afterwards. */
  next: string;
  signIn: ServerAction<{ email: string; password: string; next: string }, unknown>;
  /** Where the action goes nowhere by itself. */
  onDone?: () => void;
};

/** E-mail address and password. */
export function SignInForm({ next, signIn: action, onDone }: SignInFormProps) {
  return (
    <ActionForm
      action={action}
      onDone={onDone}
      read={(entered) => ({
        email: String(entered.get("email")),
        password: String(entered.get("password")),
        next,
      })}
    >
      <Field label={strings.email} name="email">
        <Input type="email" autoComplete="username" inputMode="email" autoFocus spellCheck={false} />
      </Field>
      <Field label={strings.password} name="password">
        <Input type="password" autoComplete="current-password" />
      </Field>
      <SubmitButton size="lg">{signIn.submit}</SubmitButton>
      <p className="text-xs text-ink-3">{signIn.forgotten}</p>
    </ActionForm>
  );
}
