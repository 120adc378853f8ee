"use client";

import type { Refusal } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { columnOf, type Mapping, type MappingPart, withPromptColumn } from "#lib/domain/import/mapping.ts";
import type { ImportView } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";

const promptParts = [
  "prompt",
  "system",
  "category",
  "subcategory",
  "severity",
  "licence",
  "dataSet",
] as const;
const cotParts = ["thoughts", "response"] as const;
const fixed = "=";

type MappingFormProps = {
  view: ImportView;
  mapping: Mapping;
  isChanged: boolean;
  /** Reading again under the mapping. */
  applying: { busy: boolean; refusal: Refusal | null };
  onChange: (mapping: Mapping) => void;
  onApply: () => void;
};

/** Which column is what: guessed, with the reason beside each guess, and the person's to change. */
export function MappingForm({ view, mapping, isChanged, applying, onChange, onApply }: MappingFormProps) {
  const { busy, refusal } = applying;
  const parts = mapping.kind === "cots" ? [...promptParts, ...cotParts] : promptParts;

  function choose(part: MappingPart, column: string) {
    onChange(withColumn(mapping, part, column, view));
  }

  return (
    <Section title={strings.mapping}>
      <div className="mb-4">
        <Field label={strings.kind} group>
          <Segmented
            value={mapping.kind}
            onValueChange={(kind) => onChange({ ...mapping, kind })}
            options={(["prompts", "cots"] as const).map((value) => ({ value, label: strings.kinds[value] }))}
          />
        </Field>
      </div>
      <div className="mb-4">
        <Checkbox
          label={strings.evaluation}
          hint={strings.evaluationHint}
          checked={mapping.evaluation}
          onChange={({ target }) => onChange({ ...mapping, evaluation: target.checked })}
        />
      </div>
      <div className="grid gap-x-5 gap-y-3.5 sm:grid-cols-2 lg:grid-cols-3">
        {parts.map((part) => (
          <PartField key={part} part={part} mapping={mapping} view={view} onChoose={choose} />
        ))}
      </div>
      <div aria-live="polite" className="mt-4 space-y-3">
        {refusal ? <Notice tone="bad">{refusal.message}</Notice> : null}
        {view.problem && !isChanged ? <Notice tone="warn">{view.problem}</Notice> : null}
        {isChanged ? (
          <Button variant="primary" busy={busy} onClick={onApply}>
            {strings.apply}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function PartField({
  part,
  mapping,
  view,
  onChoose,
}: {
  part: MappingPart;
  mapping: Mapping;
  view: ImportView;
  onChoose: (part: MappingPart, column: string) => void;
}) {
  const chosen = mapping[part];
  const value = chosen !== null && typeof chosen === "object" && "value" in chosen ? chosen.value : null;
  const column = columnOf(mapping, part);
  const reason = view.reasons[part];
  const sample = view.columns.find(({ name }) => name === column)?.samples[0];
  return (
    <Field
      label={strings.parts[part]}
      hint={
        column && sample ? (
          <span className="line-clamp-2 font-read text-[13px]">{sample}</span>
        ) : reason ? (
          reason.reason
        ) : undefined
      }
    >
      <Select
        value={value === null ? (column ?? "") : fixed}
        onChange={(event) => onChoose(part, event.target.value)}
        placeholder={strings.none}
        title={reason ? `${strings.confidence[reason.confidence]}: ${reason.reason}` : undefined}
        options={[
          ...(value === null ? [] : [{ value: fixed, label: strings.fixedValue(value) }]),
          ...view.columns.map(({ name, form }) => ({
            value: name,
            label: form === "conversation" ? `${name} (${strings.conversation})` : name,
          })),
        ]}
      />
    </Field>
  );
}

function withColumn(mapping: Mapping, part: MappingPart, column: string, view: ImportView): Mapping {
  if (column === fixed) return mapping;
  if (part === "prompt" && column !== "") {
    const form = view.columns.find(({ name }) => name === column)?.form ?? "text";
    return withPromptColumn(mapping, column, form);
  }
  const named = column === "" ? null : column;
  const isField = part !== "prompt" && part !== "system" && part !== "thoughts" && part !== "response";
  return { ...mapping, [part]: named !== null && isField ? { column: named } : named };
}
