"use client";

import { AgentList } from "#components/recipes/agent-list.tsx";
import { FieldGroup } from "#components/recipes/field-group.tsx";
import { NumberInput } from "#components/recipes/number-input.tsx";
import { PolicyChoice, type PolicyName } from "#components/recipes/policy-choice.tsx";
import { RoleFields } from "#components/recipes/role-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { DeliberationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";
import { fallbackKey } from "./fallback-fields.tsx";

const strings = recipePageStrings.form;

/** The fields of a deliberation: its agents, how long they speak, and who stands beside them. */
export function DeliberationFields({
  recipe,
  policies,
  onChange,
}: {
  recipe: DeliberationRecipe;
  policies: readonly PolicyName[];
  onChange: (recipe: DeliberationRecipe) => void;
}) {
  const { agents, decomposer, refiner, rounds, stopRule } = recipe;
  const others = [decomposer, recipe.refiner ?? aidsafe.refiner].flatMap((role) => role?.key ?? []);
  return (
    <>
      <FieldGroup title={strings.agents} hint={strings.agentsHint}>
        <Field label={<span className="sr-only">{strings.agents}</span>} name={`${bodyPath}.agents`} group>
          <AgentList
            agents={agents}
            taken={[...others, fallbackKey]}
            path={`${bodyPath}.agents`}
            onChange={(changed) => onChange({ ...recipe, agents: changed })}
          />
        </Field>
      </FieldGroup>
      <FieldGroup title={strings.deliberation}>
        <div className="grid grid-cols-[8rem_1fr] gap-3">
          <Field label={strings.rounds} name={`${bodyPath}.rounds`}>
            <NumberInput
              whole
              value={rounds}
              onChange={(value) => onChange({ ...recipe, rounds: value ?? Number.NaN })}
            />
          </Field>
          <Field label={strings.stopRule} name={`${bodyPath}.stopRule`}>
            <Select
              value={stopRule}
              onChange={({ target }) =>
                onChange({ ...recipe, stopRule: target.value === "any_agrees" ? "any_agrees" : "all_agree" })
              }
              options={(["all_agree", "any_agrees"] as const).map((value) => ({
                value,
                label: strings.stopRules[value],
              }))}
            />
          </Field>
        </div>
        <PolicyChoice
          choice={recipe.policies}
          policies={policies}
          path={`${bodyPath}.policies`}
          onChange={(changed) => onChange({ ...recipe, policies: changed })}
        />
      </FieldGroup>
      <FieldGroup title={strings.decomposer} hint={strings.decomposerHint}>
        <RoleFields
          role={decomposer}
          path={`${bodyPath}.decomposer`}
          onChange={(changed) => onChange({ ...recipe, decomposer: changed })}
        />
      </FieldGroup>
      <FieldGroup title={strings.refiner}>
        <Checkbox
          label={strings.refines}
          hint={strings.refinesHint}
          checked={refiner !== null}
          onChange={({ target }) => onChange({ ...recipe, refiner: target.checked ? aidsafe.refiner : null })}
        />
        {refiner ? (
          <RoleFields
            role={refiner}
            path={`${bodyPath}.refiner`}
            onChange={(changed) => onChange({ ...recipe, refiner: changed })}
          />
        ) : null}
      </FieldGroup>
    </>
  );
}
