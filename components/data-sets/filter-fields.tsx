"use client";

import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { everything, type SnapshotFilter } from "#lib/domain/export/filter.ts";
import { itemKinds } from "#lib/domain/export/formats.ts";
import type { FilterChoices } from "#lib/domain/export/view.ts";
import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";

const strings = dataSetStrings.filter;

type FilterFieldsProps = {
  choices: FilterChoices;
  filter: SnapshotFilter;
  /** Whether there is anything but records to take. */
  hasPairs: boolean;
  onChange: (filter: SnapshotFilter) => void;
};

/** What can be asked of approved records. A list without a tick asks for nothing: all pass. */
export function FilterFields({ choices, filter, hasPairs, onChange }: FilterFieldsProps) {
  const change = (part: Partial<SnapshotFilter>) => onChange({ ...filter, ...part });
  return (
    <div className="grid gap-6">
      {hasPairs && (
        <fieldset>
          <Legend>{strings.items}</Legend>
          <Segmented
            label={strings.items}
            value={filter.items}
            onValueChange={(items) => onChange({ ...everything, items })}
            options={itemKinds.map((value) => ({ value, label: strings.itemKinds[value] }))}
          />
        </fieldset>
      )}
      {choices.synthetic > 0 && (
        <fieldset>
          <Legend>{strings.synthetic}</Legend>
          <Segmented
            label={strings.synthetic}
            value={filter.synthetic}
            onValueChange={(synthetic) => change({ synthetic })}
            options={(["include", "exclude", "only"] as const).map((value) => ({
              value,
              label: strings.syntheticChoices[value],
            }))}
          />
        </fieldset>
      )}
      <Choices
        legend={strings.category}
        choices={choices.categories}
        chosen={filter.categories}
        labelOf={(category) => category ?? strings.noCategory}
        onChange={(categories) => change({ categories })}
      />
      <Choices
        legend={strings.severity}
        choices={choices.severities}
        chosen={filter.severities}
        labelOf={(severity) => strings.severities[severity]}
        onChange={(severities) => change({ severities })}
      />
      <Choices
        legend={strings.source}
        choices={choices.sources}
        chosen={filter.sources}
        labelOf={(source) => source ?? strings.noSource}
        onChange={(sources) => change({ sources })}
      />
      <Choices
        legend={strings.runs}
        choices={choices.runs}
        chosen={filter.runs}
        labelOf={strings.run}
        onChange={(runs) => change({ runs })}
      />
      <Choices
        legend={strings.imports}
        choices={choices.imports}
        chosen={filter.imports}
        labelOf={strings.import}
        onChange={(imports) => change({ imports })}
      />
      <p className="hidden text-sm text-ink-2 only:block">{strings.everything[filter.items]}</p>
    </div>
  );
}

type ChoicesProps<Value> = {
  legend: string;
  choices: readonly { value: Value; n: number }[];
  chosen: readonly Value[];
  labelOf: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
};

/** Values to tick, with how many approved records have each. Where all have the same there is nothing to choose. */
function Choices<Value extends string | number | null>(props: ChoicesProps<Value>) {
  const { legend, choices, chosen, labelOf, onChange } = props;
  if (choices.length < 2) return null;
  return (
    <fieldset>
      <Legend
        action={
          chosen.length > 0 && (
            <Button size="sm" variant="quiet" onClick={() => onChange([])}>
              {strings.all}
            </Button>
          )
        }
      >
        {legend}
      </Legend>
      <ul className="grid max-h-64 gap-1.5 overflow-y-auto">
        {choices.map(({ value, n }) => (
          <li key={String(value)} className="flex items-center justify-between gap-3">
            <Checkbox
              label={labelOf(value)}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                )
              }
            />
            <span className="text-xs text-ink-3 tabular-nums">{n.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Legend({ action, children }: { action?: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="mb-1.5 flex min-h-7 items-center justify-between gap-3">
      <legend className="text-sm font-medium">{children}</legend>
      {action}
    </div>
  );
}
