"use client";

import { FieldGroup } from "#components/recipes/field-group.tsx";
import { SamplingFields } from "#components/recipes/role-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { agentsOf, type EvaluationRecipe, type Recipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";

const strings = recipePageStrings.form;

/** Of the role that answers where another refuses; no other role may have it. */
export const fallbackKey = "fallback";

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
          path={`${bodyPath}.fallback.sampling`}
          onChange={(sampling) => onChange({ ...recipe, fallback: { ...fallback, sampling } })}
        />
      ) : null}
    </FieldGroup>
  );
}
