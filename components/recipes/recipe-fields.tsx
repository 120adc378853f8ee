"use client";

import { AgentList } from "#components/recipes/agent-list.tsx";
import { FieldGroup } from "#components/recipes/field-group.tsx";
import { NumberInput } from "#components/recipes/number-input.tsx";
import { PolicyChoice, type PolicyName } from "#components/recipes/policy-choice.tsx";
import { RoleFields, SamplingFields } from "#components/recipes/role-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import {
  agentsOf,
  type BaselineRecipe,
  type BeliefRecipe,
  type DeliberationRecipe,
  type EvaluationRecipe,
  type GradingRecipe,
  type Recipe,
} from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.form;

/** Where a recipe stands in what is sent to the server. */
const path = "body";

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
        <Field label={<span className="sr-only">{strings.agents}</span>} name={`${path}.agents`} group>
          <AgentList
            agents={agents}
            taken={[...others, fallbackKey]}
            path={`${path}.agents`}
            onChange={(changed) => onChange({ ...recipe, agents: changed })}
          />
        </Field>
      </FieldGroup>
      <FieldGroup title={strings.deliberation}>
        <div className="grid grid-cols-[8rem_1fr] gap-3">
          <Field label={strings.rounds} name={`${path}.rounds`}>
            <NumberInput
              whole
              value={rounds}
              onChange={(value) => onChange({ ...recipe, rounds: value ?? Number.NaN })}
            />
          </Field>
          <Field label={strings.stopRule} name={`${path}.stopRule`}>
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
          path={`${path}.policies`}
          onChange={(changed) => onChange({ ...recipe, policies: changed })}
        />
      </FieldGroup>
      <FieldGroup title={strings.decomposer} hint={strings.decomposerHint}>
        <RoleFields
          role={decomposer}
          path={`${path}.decomposer`}
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
            path={`${path}.refiner`}
            onChange={(changed) => onChange({ ...recipe, refiner: changed })}
          />
        ) : null}
      </FieldGroup>
    </>
  );
}

/** The fields of a baseline: the one agent that is asked. */
export function BaselineFields({
  recipe,
  onChange,
}: {
  recipe: BaselineRecipe;
  onChange: (recipe: BaselineRecipe) => void;
}) {
  return (
    <FieldGroup title={strings.agent(1)}>
      <RoleFields
        role={recipe.agent}
        path={`${path}.agent`}
        onChange={(agent) => onChange({ ...recipe, agent })}
      />
    </FieldGroup>
  );
}

/** The fields of a grading: one to three judges. */
export function GradingFields({
  recipe,
  onChange,
}: {
  recipe: GradingRecipe;
  onChange: (recipe: GradingRecipe) => void;
}) {
  return (
    <FieldGroup title={strings.judges} hint={strings.judgesHint}>
      <Field label={strings.asks} name={`${path}.asks`}>
        <Select
          value={recipe.asks}
          onChange={({ target }) =>
            onChange({ ...recipe, asks: target.value === "preference" ? "preference" : "scores" })
          }
          options={(["scores", "preference"] as const).map((value) => ({
            value,
            label: strings.asked[value],
          }))}
        />
      </Field>
      <Field label={<span className="sr-only">{strings.judges}</span>} name={`${path}.judges`} group>
        <AgentList
          agents={recipe.judges}
          as="judge"
          taken={[fallbackKey]}
          path={`${path}.judges`}
          onChange={(judges) => onChange({ ...recipe, judges })}
        />
      </Field>
    </FieldGroup>
  );
}

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
    <Field label={label} name={`${path}.${key}`}>
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
            path={`${path}.${key}`}
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
        <Field label={strings.pool} name={`${path}.pool`}>
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

/** The fields of an evaluation: who is evaluated, and who judges. */
export function EvaluationFields({
  recipe,
  onChange,
}: {
  recipe: EvaluationRecipe;
  onChange: (recipe: EvaluationRecipe) => void;
}) {
  return (
    <>
      <FieldGroup title={strings.target} hint={strings.evaluatedHint}>
        <RoleFields
          role={recipe.target}
          path={`${path}.target`}
          onChange={(target) => onChange({ ...recipe, target })}
        />
      </FieldGroup>
      <FieldGroup title={strings.judgeOf} hint={strings.examinerHint}>
        <RoleFields
          role={recipe.judge}
          path={`${path}.judge`}
          onChange={(judge) => onChange({ ...recipe, judge })}
        />
      </FieldGroup>
    </>
  );
}

const fallbackKey = "fallback";

/** The switch for the endpoint that is asked when a role refuses the task. */
export function FallbackFields<R extends Exclude<Recipe, EvaluationRecipe>>({
  recipe,
  onChange,
}: {
  recipe: R;
  onChange: (recipe: R) => void;
}) {
  const { fallback } = recipe;
  const [first] = agentsOf(recipe);
  const fresh = {
    key: fallbackKey,
    name: strings.fallbackName,
    sampling: (first ?? aidsafe.decomposer).sampling,
  };
  return (
    <FieldGroup title={strings.fallback}>
      <Checkbox
        label={strings.fallsBack}
        hint={strings.fallsBackHint}
        checked={fallback !== null}
        onChange={({ target }) => onChange({ ...recipe, fallback: target.checked ? fresh : null })}
      />
      {fallback ? (
        <SamplingFields
          sampling={fallback.sampling}
          path={`${path}.fallback.sampling`}
          onChange={(sampling) => onChange({ ...recipe, fallback: { ...fallback, sampling } })}
        />
      ) : null}
    </FieldGroup>
  );
}
