"use client";

import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ExposureSettings } from "#lib/domain/exposure/settings.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { CapFields, capsIn } from "./cap-fields.tsx";

const { settings: strings } = exposureStrings;

type ExposureSettingsFormProps = {
  slug: string;
  settings: ExposureSettings;
  save: ServerAction<ExposureSettings & { slug: string }, void>;
};

/** What one person may be given to read in a day, and where people find support. */
export function ExposureSettingsForm({ slug, settings, save }: ExposureSettingsFormProps) {
  return (
    <ActionForm
      action={save}
      className="max-w-md gap-6"
      label={strings.title}
      read={(entered) => ({
        slug,
        caps: capsIn(entered),
        supportUrl: String(entered.get("supportUrl")).trim() || null,
      })}
      onDone={() => toast.success(strings.saved)}
    >
      <div>
        <p className="text-sm font-medium">{strings.caps}</p>
        <p className="mt-0.5 mb-3 text-xs text-ink-3">{strings.capsHint}</p>
        <CapFields caps={settings.caps} />
      </div>
      <Field label={strings.supportUrl} name="supportUrl" hint={strings.supportHint} optional>
        <Input inputMode="url" autoComplete="off" defaultValue={settings.supportUrl ?? ""} />
      </Field>
      <SubmitButton className="justify-self-start">{strings.save}</SubmitButton>
    </ActionForm>
  );
}
