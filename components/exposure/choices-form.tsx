"use client";

import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { breakMinutes, type ExposureChoices } from "#lib/domain/exposure/choices.ts";
import type { Ledger } from "#lib/domain/exposure/ledger.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { CapFields, capsIn, numberIn } from "./cap-fields.tsx";

type ChoicesFormProps = {
  slug: string;
  ledger: Pick<Ledger, "choices" | "projectCaps" | "categories">;
  save: ServerAction<ExposureChoices & { slug: string }, void>;
};

/** What one person chooses about what they are given to read. */
export function ChoicesForm({ slug, ledger: { choices, projectCaps, categories }, save }: ChoicesFormProps) {
  return (
    <ActionForm
      action={save}
      className="max-w-md gap-6"
      label={strings.choices}
      read={(entered) => ({
        slug,
        blur: entered.has("blur"),
        caps: capsIn(entered),
        optedOut: entered.getAll("optedOut").map(String),
        breakMinutes: numberIn(entered, "breakMinutes"),
      })}
      onDone={() => toast.success(strings.saved)}
    >
      <Checkbox name="blur" defaultChecked={choices.blur} label={strings.blur} hint={strings.blurHint} />
      <div>
        <p className="text-sm font-medium">{strings.ownCaps}</p>
        <p className="mt-0.5 mb-3 text-xs text-ink-3">{strings.ownCapsHint}</p>
        <CapFields caps={choices.caps} beside={projectCaps} />
      </div>
      <Field label={strings.breakMinutes} name="breakMinutes" hint={strings.breakHint}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          placeholder={String(breakMinutes.min * 9)}
          defaultValue={choices.breakMinutes ?? ""}
          className="max-w-28"
        />
      </Field>
      <fieldset>
        <legend className="text-sm font-medium">{strings.optedOut}</legend>
        <p className="mt-0.5 mb-2.5 text-xs text-ink-3">{strings.optedOutHint}</p>
        {categories.length === 0 && <p className="text-sm text-ink-3">{strings.noCategories}</p>}
        <div className="grid max-h-72 gap-2 overflow-y-auto sm:grid-cols-2">
          {categories.map((category) => (
            <Checkbox
              key={category}
              name="optedOut"
              value={category}
              defaultChecked={choices.optedOut.includes(category)}
              label={<span dir="auto">{category}</span>}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton className="justify-self-start">{strings.save}</SubmitButton>
    </ActionForm>
  );
}
