"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { BaselineFields } from "#components/recipes/baseline-fields.tsx";
import { BeliefFields } from "#components/recipes/belief-fields.tsx";
import { BudgetFields } from "#components/recipes/budget-fields.tsx";
import { DeliberationFields } from "#components/recipes/deliberation-fields.tsx";
import { type DryRunAction, DryRunPanel } from "#components/recipes/dry-run-panel.tsx";
import { EvaluationFields } from "#components/recipes/evaluation-fields.tsx";
import { FallbackFields } from "#components/recipes/fallback-fields.tsx";
import { GradingFields } from "#components/recipes/grading-fields.tsx";
import type { PolicyName } from "#components/recipes/policy-choice.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.form;

type Saved = { id: string; version: number; isNew: boolean };

/** Writes a recipe: a new one, or the next version of one that there is. */
export function RecipeEditor<Target extends object>({
  initial,
  slug,
  policies,
  firstPrompt,
  dryRun,
  next,
  save,
  target,
}: {
  initial: Recipe;
  slug: string;
  policies: readonly PolicyName[];
  /** A prompt to try it on; null where there is none. */
  firstPrompt: number | null;
  dryRun: DryRunAction;
  /** Number of the version that this becomes; null for a new recipe. */
  next: number | null;
  save: ServerAction<Target & { body: Recipe }, Saved>;
  /** What it is saved as: in which project, or on which version of what. */
  target: Target;
}) {
  const router = useRouter();
  const [recipe, setRecipe] = useState(initial);

  function handleDone({ id, version, isNew }: Saved) {
    if (!isNew) return toast(strings.same);
    toast.success(recipePageStrings.saved(version));
    router.push(`/projects/${slug}/recipes/${id}`);
  }

  return (
    <>
      <ActionForm
        action={save}
        read={() => ({ ...target, body: recipe })}
        onDone={handleDone}
        label={recipePageStrings.title}
        className="max-w-2xl gap-6"
      >
        <p className="border-line border-l-2 pl-4 font-read text-[17px]/[1.5]" aria-live="polite">
          {describeRecipe(recipe)}
        </p>
        <Field
          label={strings.name}
          name="body.name"
          hint={next === null ? strings.nameHint : strings.nameStays}
        >
          <Input
            value={recipe.name}
            autoComplete="off"
            readOnly={next !== null}
            onChange={({ target }) => setRecipe({ ...recipe, name: target.value })}
          />
        </Field>
        {recipe.kind === "deliberation" ? (
          <DeliberationFields recipe={recipe} policies={policies} onChange={setRecipe} />
        ) : recipe.kind === "baseline" ? (
          <BaselineFields recipe={recipe} onChange={setRecipe} />
        ) : recipe.kind === "belief" ? (
          <BeliefFields recipe={recipe} onChange={setRecipe} />
        ) : recipe.kind === "evaluation" ? (
          <EvaluationFields recipe={recipe} onChange={setRecipe} />
        ) : (
          <GradingFields recipe={recipe} onChange={setRecipe} />
        )}
        {recipe.kind === "evaluation" ? null : <FallbackFields recipe={recipe} onChange={setRecipe} />}
        <BudgetFields
          budgets={recipe.budgets}
          path="body.budgets"
          onChange={(budgets) => setRecipe({ ...recipe, budgets })}
        />
        <Field label={<span className="sr-only">{recipePageStrings.title}</span>} name="body" group>
          <div>
            <SubmitButton>{next === null ? strings.save : strings.publish(next)}</SubmitButton>
          </div>
        </Field>
      </ActionForm>
      <Section title={recipePageStrings.dryRun.title} className="mt-10 border-line border-t pt-6">
        <DryRunPanel slug={slug} recipe={recipe} firstPrompt={firstPrompt} dryRun={dryRun} />
      </Section>
    </>
  );
}
