"use client";

import { AgentList } from "#components/recipes/agent-list.tsx";
import { FieldGroup } from "#components/recipes/field-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { GradingRecipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";
import { bodyPath } from "./body-path.ts";
import { fallbackKey } from "./fallback-fields.tsx";

const strings = recipePageStrings.form;

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
      <Field label={strings.asks} name={`${bodyPath}.asks`}>
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
      <Field label={<span className="sr-only">{strings.judges}</span>} name={`${bodyPath}.judges`} group>
        <AgentList
          agents={recipe.judges}
          as="judge"
          taken={[fallbackKey]}
          path={`${bodyPath}.judges`}
          onChange={(judges) => onChange({ ...recipe, judges })}
        />
      </Field>
    </FieldGroup>
  );
}
