"use client";

import { FieldGroup } from "#components/recipes/field-group.tsx";
import { RoleFields } from "#components/recipes/role-fields.tsx";
import type { EvaluationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";

const strings = recipePageStrings.form;

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
          path={`${bodyPath}.target`}
          onChange={(target) => onChange({ ...recipe, target })}
        />
      </FieldGroup>
      <FieldGroup title={strings.judgeOf} hint={strings.examinerHint}>
        <RoleFields
          role={recipe.judge}
          path={`${bodyPath}.judge`}
          onChange={(judge) => onChange({ ...recipe, judge })}
        />
      </FieldGroup>
    </>
  );
}
