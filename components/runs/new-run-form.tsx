"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { RoleEndpoints } from "#components/runs/role-endpoints.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { NewRun } from "#lib/domain/run/new-run.ts";
import type { RunOptions } from "#lib/domain/run/options.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

type Scope = "all" | "fresh" | "category";

/** Prompts, recipe, endpoints and a cap: what a run needs, and nothing else. */
export function NewRunForm({
  slug,
  projectId,
  options,
  start,
}: {
  slug: string;
  projectId: string;
  options: RunOptions;
  start: ServerAction<NewRun, { number: number }>;
}) {
  const router = useRouter();
  const [scope, setScope] = useState<Scope>(options.prompts.fresh > 0 ? "fresh" : "all");
  const [category, setCategory] = useState(options.prompts.categories[0]?.category ?? "");
  const [limit, setLimit] = useState("");
  const [recipeVersionId, setRecipe] = useState(options.recipes[0]?.recipeVersionId ?? "");
  const recipe = options.recipes.find((one) => one.recipeVersionId === recipeVersionId);
  const n = Math.min(Number(limit) || Number.POSITIVE_INFINITY, promptsIn(options, scope, category));

  function read(entered: FormData): NewRun {
    const cap = String(entered.get("cap") ?? "").trim();
    return {
      projectId,
      recipeVersionId,
      prompts: {
        scope,
        category: scope === "category" ? category : null,
        limit: limit === "" ? null : Number(limit),
      },
      roles: Object.fromEntries(
        (recipe?.roles ?? []).map((role) => [
          role.key,
          String(entered.get(`role.${role.key}`) ?? entered.get("endpoint") ?? ""),
        ]),
      ),
      capMicros: cap === "" ? null : Math.round(Number(cap) * 1_000_000),
    };
  }

  return (
    <ActionForm
      action={start}
      read={read}
      onDone={(run) => router.push(`/projects/${slug}/runs/${run.number}`)}
      label={strings.newTitle}
      className="max-w-xl"
    >
      <Field label={strings.prompts} name="prompts" hint={strings.promptsHint}>
        <Select
          value={scope}
          onChange={(event) => setScope(event.target.value as Scope)}
          options={(["fresh", "all", "category"] as const).map((value) => ({
            value,
            label:
              value === "category"
                ? strings.scope.category
                : `${strings.scope[value]} (${options.prompts[value].toLocaleString("en")})`,
            disabled: value === "category" && options.prompts.categories.length === 0,
          }))}
        />
      </Field>
      {scope === "category" ? (
        <Field label={strings.category} name="category">
          <Select
            value={category}
            onChange={(event) => setCategory(event.target.value)}
            options={options.prompts.categories.map((one) => ({
              value: one.category,
              label: `${one.category} (${one.n.toLocaleString("en")})`,
            }))}
          />
        </Field>
      ) : null}
      <Field label={strings.limit} name="limit" hint={strings.limitHint} optional>
        <Input
          inputMode="numeric"
          value={limit}
          onChange={(event) => setLimit(event.target.value.replace(/\D/g, ""))}
        />
      </Field>
      <Field
        label={strings.recipe}
        name="recipeVersionId"
        hint={recipe?.rounds ? strings.recipeRounds(recipe.rounds, recipe.agents) : undefined}
      >
        <Select
          value={recipeVersionId}
          onChange={(event) => setRecipe(event.target.value)}
          options={options.recipes.map((one) => ({
            value: one.recipeVersionId,
            label: `${one.name}, version ${one.version}`,
          }))}
        />
      </Field>
      <RoleEndpoints roles={recipe?.roles ?? []} endpoints={options.endpoints} />
      <Field label={strings.cap} name="capMicros" hint={strings.capHint} optional>
        <Input name="cap" inputMode="decimal" />
      </Field>
      <div>
        <SubmitButton disabled={n === 0}>{n === 0 ? strings.nothingToRun : strings.start(n)}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function promptsIn(options: RunOptions, scope: Scope, category: string): number {
  if (scope !== "category") return options.prompts[scope];
  return options.prompts.categories.find((one) => one.category === category)?.n ?? 0;
}
