"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { slugOf } from "#lib/domain/project/name.ts";
import { projectStrings as strings } from "#lib/domain/strings/project.ts";

type NewProjectDialogProps = { create: ServerAction<{ name: string; slug: string }, never> };

/** Makes a project. Its address follows the name until somebody writes one. */
export function NewProjectDialog({ create }: NewProjectDialogProps) {
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  return (
    <Dialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {strings.create}
        </Button>
      }
      title={strings.createTitle}
      description={strings.createDescription}
    >
      <ActionForm
        action={create}
        read={(entered) => ({ name: String(entered.get("name")), slug: String(entered.get("slug")) })}
      >
        <Field label={strings.name} name="name" hint={strings.nameHint}>
          <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={strings.address} name="slug" hint={strings.addressHint}>
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            value={slug ?? (name.trim() === "" ? "" : slugOf(name))}
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
        <SubmitButton className="justify-self-end">{strings.submit}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
