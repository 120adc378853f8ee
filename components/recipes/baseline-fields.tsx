"use client";

import { FieldGroup } from "#components/recipes/field-group.tsx";
import { RoleFields } from "#components/recipes/role-fields.tsx";
import type { BaselineRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";

const strings = recipePageStrings.form;

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
        path={`${bodyPath}.agent`}
        onChange={(agent) => onChange({ ...recipe, agent })}
      />
    </FieldGroup>
  );
}
