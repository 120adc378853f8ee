"use client";

import { FieldGroup } from "#components/recipes/field-group.tsx";
import { NumberInput } from "#components/recipes/number-input.tsx";
import { RoleFields } from "#components/recipes/role-fields.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { BeliefRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";

const strings = recipePageStrings.form;

/** The fields of a belief run: its three roles, and how long it tries. */
export function BeliefFields({
  recipe,
  onChange,
}: {
  recipe: BeliefRecipe;
  onChange: (recipe: BeliefRecipe) => void;
}) {
  const number = (
    key: "rounds" | "shown" | "threshold" | "margin" | "samples",
    label: string,
    whole: boolean,
  ) => (
    <Field label={label} name={`${bodyPath}.${key}`}>
      <NumberInput
        whole={whole}
        value={recipe[key]}
        onChange={(value) => onChange({ ...recipe, [key]: value ?? Number.NaN })}
      />
    </Field>
  );
  return (
    <>
      {(["whisperer", "target", "scorer"] as const).map((key) => (
        <FieldGroup key={key} title={strings[key]} hint={strings[`${key}Hint`]}>
          <RoleFields
            role={recipe[key]}
            path={`${bodyPath}.${key}`}
            onChange={(changed) => onChange({ ...recipe, [key]: changed })}
          />
        </FieldGroup>
      ))}
      <FieldGroup title={strings.search} hint={strings.searchHint}>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {number("rounds", strings.beliefRounds, true)}
          {number("shown", strings.shown, true)}
          {number("threshold", strings.threshold, false)}
          {number("margin", strings.margin, false)}
        </div>
        <Field label={strings.pool} name={`${bodyPath}.pool`}>
          <Select
            value={recipe.pool}
            onChange={(event) => onChange({ ...recipe, pool: event.target.value as typeof recipe.pool })}
          >
            {(["prompt", "shared"] as const).map((pool) => (
              <option key={pool} value={pool}>
                {strings.pools[pool]}
              </option>
            ))}
          </Select>
        </Field>
      </FieldGroup>
      <FieldGroup title={strings.control} hint={strings.controlHint}>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {number("samples", strings.samples, true)}
        </div>
      </FieldGroup>
    </>
  );
}
