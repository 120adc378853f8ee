"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { DeliberationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.form;

type Choice = DeliberationRecipe["policies"];

/** A policy of the project, as far as it can be chosen. */
export type PolicyName = { number: number; title: string };

/** All policies, or those that the decomposer names and some that are never left out. */
export function PolicyChoice({
  choice,
  policies,
  path,
  onChange,
}: {
  choice: Choice;
  policies: readonly PolicyName[];
  path: string;
  onChange: (choice: Choice) => void;
}) {
  return (
    <>
      <Field label={strings.policies} name={`${path}.use`} group>
        <RadioGroup
          value={choice.use}
          onValueChange={(use) => onChange({ ...choice, use })}
          options={(["all", "relevant"] as const).map((value) => ({
            value,
            label: strings.policyUse[value],
            hint: strings.policyHint[value],
          }))}
        />
      </Field>
      {choice.use === "relevant" ? (
        <Field label={strings.always} name={`${path}.always`} hint={strings.alwaysHint} group>
          <div className="grid gap-2 py-0.5">
            {policies.map(({ number, title }) => (
              <Checkbox
                key={number}
                id={`always-${number}`}
                label={`${number} ${title}`}
                checked={choice.always.includes(number)}
                onChange={({ target }) =>
                  onChange({
                    ...choice,
                    always: target.checked
                      ? [...choice.always, number].sort((one, other) => one - other)
                      : choice.always.filter((other) => other !== number),
                  })
                }
              />
            ))}
          </div>
        </Field>
      ) : null}
    </>
  );
}
