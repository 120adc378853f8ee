"use client";

import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { claimMinutes, reviewsPerRecord } from "#lib/domain/project/settings.ts";
import { formatCost } from "#lib/domain/run/format.ts";
import { settingsStrings as strings } from "#lib/domain/strings/settings.ts";

type Settings = {
  name: string;
  reviewsPerRecord: number;
  claimMinutes: number;
  stopAtFirstFlaw: boolean;
  scoredPercent: number;
  scoreGraded: boolean;
  fitKappa: number;
  monthlyCapMicros: number | null;
  usedThisMonthMicros: number;
};

type GeneralFormProps = {
  slug: string;
  settings: Settings;
  save: ServerAction<
    {
      slug: string;
      name: string;
      reviewsPerRecord: string;
      claimMinutes: string;
      stopAtFirstFlaw: boolean;
      scoredPercent: string;
      scoreGraded: boolean;
      fitKappa: string;
      monthlyCapMicros: number | null;
    },
    void
  >;
};

/** Name of the project, how its records are reviewed, and what its runs may spend. */
export function GeneralForm({ slug, settings, save }: GeneralFormProps) {
  return (
    <ActionForm
      action={save}
      className="max-w-md"
      read={(entered) => ({
        slug,
        name: String(entered.get("name")),
        reviewsPerRecord: String(entered.get("reviewsPerRecord")),
        claimMinutes: String(entered.get("claimMinutes")),
        stopAtFirstFlaw: entered.has("stopAtFirstFlaw"),
        scoredPercent: String(entered.get("scoredPercent")),
        scoreGraded: entered.has("scoreGraded"),
        fitKappa: String(entered.get("fitKappa")),
        monthlyCapMicros: microsIn(String(entered.get("monthlyCapMicros")).trim()),
      })}
      onDone={() => toast.success(strings.saved)}
    >
      <Field label={strings.name} name="name">
        <Input autoComplete="off" defaultValue={settings.name} />
      </Field>
      <Field label={strings.address} hint={strings.addressHint}>
        <Input mono readOnly value={slug} />
      </Field>
      <Field label={strings.reviewsPerRecord} name="reviewsPerRecord" hint={strings.reviewsHint} group>
        <Segmented
          options={reviewsPerRecord.map((count) => ({ value: String(count), label: count }))}
          defaultValue={String(settings.reviewsPerRecord)}
        />
      </Field>
      <Field label={strings.claimMinutes} name="claimMinutes" hint={strings.claimHint}>
        <Input
          type="number"
          inputMode="numeric"
          min={claimMinutes.min}
          max={claimMinutes.max}
          defaultValue={settings.claimMinutes}
          className="max-w-28"
        />
      </Field>
      <Checkbox
        name="stopAtFirstFlaw"
        defaultChecked={settings.stopAtFirstFlaw}
        label={strings.stopAtFirstFlaw}
        hint={strings.stopHint}
      />
      <Field label={strings.scoredPercent} name="scoredPercent" hint={strings.scoredHint}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          defaultValue={settings.scoredPercent}
          className="max-w-28"
        />
      </Field>
      <Checkbox
        name="scoreGraded"
        defaultChecked={settings.scoreGraded}
        label={strings.scoreGraded}
        hint={strings.scoreGradedHint}
      />
      <Field label={strings.fitKappa} name="fitKappa" hint={strings.fitHint}>
        <Input inputMode="decimal" defaultValue={settings.fitKappa} className="max-w-28" />
      </Field>
      <Field
        label={strings.monthlyCap}
        name="monthlyCapMicros"
        hint={strings.monthlyCapHint(formatCost(settings.usedThisMonthMicros))}
        optional
      >
        <Input
          inputMode="decimal"
          defaultValue={settings.monthlyCapMicros === null ? "" : settings.monthlyCapMicros / 1_000_000}
          className="max-w-28"
        />
      </Field>
      <SubmitButton className="justify-self-start">{strings.save}</SubmitButton>
    </ActionForm>
  );
}

/** What is no amount is left to the rule to refuse. */
function microsIn(dollars: string): number | null {
  return dollars === "" ? null : Math.round(Number(dollars) * 1_000_000);
}
