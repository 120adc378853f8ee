"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { AddableProvider } from "#lib/domain/endpoint/provider.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** Sets, replaces or removes the key. It cannot be shown: it never leaves the server again. */
export function EndpointKey({
  endpointId,
  provider,
  hasKey,
  setKey,
}: {
  endpointId: string;
  provider: AddableProvider;
  hasKey: boolean;
  setKey: ServerAction<{ id: string; key: string | null }, unknown>;
}) {
  const [saved, setSaved] = useState(0);
  const remove = useAction(setKey, {
    onDone: () => toast.success(strings.keyRemoved),
    onRefused: toastRefusal,
  });
  return (
    <Section title={strings.keyTitle}>
      <p className="mb-3 text-ink-2 text-sm">{hasKey ? strings.keySet : strings.keyMissing}</p>
      <ActionForm
        // A saved key must not stay in the page: a new form takes the place of the one it was typed into.
        key={saved}
        action={setKey}
        label={strings.keyTitle}
        read={(entered) => ({ id: endpointId, key: String(entered.get("key") ?? "") })}
        onDone={() => {
          toast.success(strings.keySaved);
          setSaved((n) => n + 1);
        }}
      >
        <Field label={strings.keyNew} name="key" hint={strings.form.keyHint[provider]}>
          <Input name="key" type="password" mono autoComplete="off" />
        </Field>
        <div className="flex gap-2.5">
          <SubmitButton variant="secondary">
            {hasKey ? strings.keyReplace : strings.keySetAction}
          </SubmitButton>
          {hasKey ? (
            <Button
              variant="quiet"
              busy={remove.busy}
              onClick={() => remove.run({ id: endpointId, key: null })}
            >
              {strings.keyRemove}
            </Button>
          ) : null}
        </div>
      </ActionForm>
    </Section>
  );
}
