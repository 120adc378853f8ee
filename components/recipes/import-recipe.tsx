"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

type Imported = { id: string; name: string; version: number; isNew: boolean };

/** Takes a recipe from a file or from what is pasted; what it says can be mended before it is stored. */
export function ImportRecipe({
  slug,
  save,
}: {
  slug: string;
  save: ServerAction<{ slug: string; text: string }, Imported>;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  return (
    <ActionForm
      action={save}
      read={() => ({ slug, text })}
      onDone={({ id, name, version, isNew }) => {
        toast.success(isNew ? strings.imported(name, version) : strings.importedAlready(name, version));
        router.push(`/projects/${slug}/recipes/${id}`);
      }}
      label={strings.importTitle}
      className="max-w-2xl"
    >
      <FileDrop
        label={strings.importFile}
        hint={strings.importHint}
        accept=".json,application/json"
        onFile={async (file) => setText(await file.text())}
      />
      <Field label={strings.importText} name="text">
        <Textarea
          voice="mono"
          rows={8}
          className="max-h-96"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <div>
        <SubmitButton disabled={text.trim() === ""}>{strings.importAction}</SubmitButton>
      </div>
    </ActionForm>
  );
}
