"use client";

import { useState } from "react";
import { DryRunResult } from "#components/recipes/dry-run-result.tsx";
import { NumberInput } from "#components/recipes/number-input.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { DryRun } from "#lib/domain/recipe/view.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.dryRun;

export type DryRunAction = ServerAction<{ slug: string; body: Recipe; prompt: number }, DryRun>;

/** Shows what a recipe would ask on a prompt of the project, whether it is stored already or not. */
export function DryRunPanel({
  slug,
  recipe,
  firstPrompt,
  dryRun,
}: {
  slug: string;
  recipe: Recipe;
  /** A prompt to begin with; null where there is none. */
  firstPrompt: number | null;
  dryRun: DryRunAction;
}) {
  const [prompt, setPrompt] = useState(firstPrompt);
  const [shown, setShown] = useState<{ of: Recipe; result: DryRun } | null>(null);
  return (
    <>
      <p className="mb-3.5 max-w-[68ch] text-ink-2 text-sm">{strings.description}</p>
      {firstPrompt === null ? (
        <p className="text-ink-2 text-sm">{strings.noPrompts}</p>
      ) : (
        <ActionForm
          action={dryRun}
          read={() => ({ slug, body: named(recipe), prompt: prompt ?? Number.NaN })}
          onDone={(result) => setShown({ of: recipe, result })}
          label={strings.title}
        >
          <div className="flex flex-wrap items-end gap-3">
            <Field label={strings.prompt} name="prompt" className="w-36">
              <NumberInput whole value={prompt} onChange={setPrompt} />
            </Field>
            <SubmitButton variant="secondary">{strings.show}</SubmitButton>
          </div>
        </ActionForm>
      )}
      {shown ? (
        <div className="mt-5">
          {shown.of === recipe ? null : (
            <Notice tone="warn" className="mb-4">
              {strings.changed}
            </Notice>
          )}
          <DryRunResult result={shown.result} />
        </div>
      ) : null}
    </>
  );
}

/** What is asked does not depend on the name, so that a recipe may be tried before it has one. */
function named(recipe: Recipe): Recipe {
  return recipe.name.trim() === "" ? { ...recipe, name: strings.title } : recipe;
}
