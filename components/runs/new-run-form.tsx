"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ForecastPanel } from "#components/runs/forecast-panel.tsx";
import { PromptChoiceFields } from "#components/runs/prompt-choice-fields.tsx";
import { RoleEndpoints } from "#components/runs/role-endpoints.tsx";
import { useForecast } from "#components/runs/use-forecast.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import { firstChoice } from "#lib/domain/run/first-choice.ts";
import type { NewRun, RunChoice } from "#lib/domain/run/new-run.ts";
import type { RunForecast, RunOptions } from "#lib/domain/run/options.ts";
import type { PromptChoice } from "#lib/domain/run/prompt-choice.ts";
import { evaluationStrings } from "#lib/domain/strings/evaluation.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

type NewRunFormProps = {
  slug: string;
  options: RunOptions;
  /** What the form begins with, and what that would take. */
  initial: {
    choice: RunChoice;
    opensReviews: boolean;
    forecast: RunForecast;
    /** Models that wrote what is to be judged. */
    writers: readonly string[];
  };
  /** Prompts that somebody chose before, to be offered beside the usual choices. */
  given: PromptChoice | null;
  start: ServerAction<NewRun, { number: number }>;
  forecast: ServerAction<RunChoice, RunForecast>;
};

/** Prompts, recipe, endpoints and a cap: what a run needs, and what it would take. */
export function NewRunForm({ slug, options, initial, given, start, forecast: ask }: NewRunFormProps) {
  const router = useRouter();
  const [choice, setChoice] = useState(initial.choice);
  const { forecast, isOld } = useForecast(choice, initial.forecast, ask);
  const recipe = options.recipes.find((one) => one.recipeVersionId === choice.recipeVersionId);
  const fallback = recipe?.body.fallback ?? null;
  const speakers = (recipe ? rolesOf(recipe.body) : []).filter(({ key }) => key !== fallback?.key);
  const { prompts: n } = forecast;
  const models = new Map(options.endpoints.map(({ id, model }) => [id, model]));
  const modelOf = (key: string) => models.get(choice.roles[key] ?? "") ?? "";
  const partial =
    recipe?.body.kind === "grading"
      ? speakers.filter(({ key }) => initial.writers.includes(modelOf(key))).map(({ name }) => name)
      : [];
  const judgesItself =
    recipe?.body.kind === "evaluation" && modelOf(recipe.body.target.key) === modelOf(recipe.body.judge.key);

  const isForbidden = recipe?.body.kind === "belief" && !options.beliefRuns;

  function chooseRecipe(recipeVersionId: string) {
    const { roles } = firstChoice(choice.projectId, options, { recipeVersionId, roles: choice.roles });
    // What has no record yet cannot be judged.
    const next = options.recipes.find((one) => one.recipeVersionId === recipeVersionId);
    const isNothing = next !== undefined && judges(next.body) && choice.prompts.scope === "fresh";
    const prompts: PromptChoice = isNothing ? { scope: "all", limit: choice.prompts.limit } : choice.prompts;
    setChoice({ ...choice, prompts, recipeVersionId, roles });
  }

  function read(entered: FormData): NewRun {
    const cap = String(entered.get("cap") ?? "").trim();
    return {
      ...choice,
      against: Number(entered.get("against")) || null,
      opensReviews: entered.get("opensReviews") !== null,
      capMicros: cap === "" ? null : Math.round(Number(cap.replace(",", ".")) * 1_000_000),
    };
  }

  return (
    <ActionForm
      action={start}
      read={read}
      onDone={(run) => router.push(`/projects/${slug}/runs/${run.number}`)}
      label={strings.newTitle}
      className="max-w-2xl"
    >
      <PromptChoiceFields
        choice={choice.prompts}
        given={given}
        counts={recipe?.body.kind === "evaluation" ? onlyEvaluation(options.prompts) : options.prompts}
        onChoose={(prompts) => setChoice({ ...choice, prompts })}
      />
      <Field
        label={strings.recipe}
        name="recipeVersionId"
        hint={recipe ? describeRecipe(recipe.body) : undefined}
      >
        <Select
          value={choice.recipeVersionId}
          onChange={({ target }) => chooseRecipe(target.value)}
          options={options.recipes.map((one) => ({
            value: one.recipeVersionId,
            label: strings.recipeVersion(one.name, one.version),
          }))}
        />
      </Field>
      <RoleEndpoints
        key={choice.recipeVersionId}
        roles={speakers}
        fallback={fallback}
        endpoints={options.endpoints}
        chosen={choice.roles}
        onChoose={(chosen) => setChoice({ ...choice, roles: chosen })}
      />
      {judgesItself ? <Notice tone="warn">{evaluationStrings.judgesItselfHere}</Notice> : null}
      {partial.length > 0 ? <Notice tone="warn">{gradingStrings.sameModel(partial)}</Notice> : null}
      {recipe?.body.kind === "grading" && recipe.body.asks === "preference" ? (
        <Field label={gradingStrings.against} name="against" hint={gradingStrings.againstHint}>
          <Select
            name="against"
            placeholder={gradingStrings.chooseAgainst}
            options={options.runs
              .filter(({ number }) => choice.prompts.scope !== "run" || number !== choice.prompts.run)
              .map((run) => ({ value: String(run.number), label: strings.runOf(run.number, run.recipe) }))}
          />
        </Field>
      ) : null}
      {recipe?.body.kind === "grading" ? (
        <p className="text-ink-2 text-sm">{gradingStrings.gradingHint}</p>
      ) : isForbidden ? (
        <Notice tone="warn">{runStrings.beliefsNotAllowed}</Notice>
      ) : recipe?.body.kind === "belief" ? (
        <p className="text-ink-2 text-sm">{strings.beliefHint}</p>
      ) : recipe?.body.kind === "evaluation" ? (
        <p className="text-ink-2 text-sm">{strings.evaluationHint}</p>
      ) : (
        <Checkbox
          name="opensReviews"
          label={strings.opensReviews}
          hint={strings.opensReviewsHint}
          defaultChecked={initial.opensReviews}
        />
      )}
      <Field label={strings.cap} name="capMicros" hint={strings.capHint} optional>
        <Input name="cap" inputMode="decimal" />
      </Field>
      <ForecastPanel forecast={forecast} isOld={isOld} />
      {given && !(recipe && judges(recipe.body)) ? (
        <p className="text-ink-2 text-sm">{strings.supersedes}</p>
      ) : null}
      <div>
        <SubmitButton disabled={n === 0 || isForbidden}>
          {n === 0 ? strings.nothingToRun : strings.start(n)}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Evaluation prompts have no records, so that all of them are fresh. */
function onlyEvaluation({ evaluation, ...counts }: RunOptions["prompts"]): RunOptions["prompts"] {
  return { ...counts, evaluation, all: evaluation, fresh: evaluation };
}

/** Whether a recipe needs a chain of thought to begin with. */
function judges({ kind }: Recipe): boolean {
  return kind === "grading" || kind === "belief";
}
