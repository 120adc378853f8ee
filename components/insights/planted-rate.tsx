"use client";

import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { mostPlanted } from "#lib/domain/insights/planted.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";

const strings = insightStrings.planted;

type PlantedRateProps = {
  slug: string;
  percent: number;
  save: ServerAction<{ slug: string; percent: string }, void>;
};

/** How often reviewers are given a planted record. */
export function PlantedRate({ slug, percent, save }: PlantedRateProps) {
  return (
    <ActionForm
      action={save}
      className="max-w-md"
      read={(entered) => ({ slug, percent: String(entered.get("percent")) })}
      onDone={() => toast.success(strings.saved)}
    >
      <Field label={strings.percent} name="percent" hint={strings.percentHint}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={mostPlanted}
          defaultValue={percent}
          className="max-w-28"
        />
      </Field>
      <SubmitButton className="justify-self-start">{strings.save}</SubmitButton>
    </ActionForm>
  );
}
