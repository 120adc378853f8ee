"use client";

import { useContext } from "react";
import { NumberInput } from "#components/recipes/number-input.tsx";
import { FormContext } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import type { Budgets } from "#lib/domain/deliberation/recipe.ts";
import { recipeStrings } from "#lib/domain/strings/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const keys = [
  "tokensPerDeliberation",
  "deliberationSeconds",
  "attemptsPerTurn",
  "largestOutputTokens",
  "callSeconds",
  "turnSeconds",
] as const satisfies readonly (keyof Budgets)[];

/** What a deliberation may use, folded away: few people change it. Opens where something in it is at fault. */
export function BudgetFields({
  budgets,
  path,
  onChange,
}: {
  budgets: Budgets;
  path: string;
  onChange: (budgets: Budgets) => void;
}) {
  const { refusal } = useContext(FormContext);
  const isAtFault = Object.keys(refusal?.fields ?? {}).some((field) => field.startsWith(path));
  return (
    <details className="border-line border-t pt-5" open={isAtFault || undefined}>
      <summary className="cursor-pointer font-semibold text-ink-3 text-xs">
        {recipePageStrings.form.limits}
      </summary>
      <div className="mt-3.5 grid gap-3 sm:grid-cols-2">
        {keys.map((key) => (
          <Field key={key} label={recipeStrings.fact[key]} name={`${path}.${key}`}>
            <NumberInput
              whole
              value={budgets[key]}
              onChange={(value) => onChange({ ...budgets, [key]: value ?? Number.NaN })}
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
