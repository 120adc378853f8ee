"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RunOptions } from "#lib/domain/run/options.ts";
import type { PromptChoice } from "#lib/domain/run/prompt-choice.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

type Kind = "given" | "fresh" | "all" | "category";

/** Which prompts: those that somebody brought along, or all, those without a record, those of a category. */
export function PromptChoiceFields({
  choice,
  given,
  counts,
  onChoose,
}: {
  choice: PromptChoice;
  /** What was chosen before this form was opened. */
  given: PromptChoice | null;
  counts: RunOptions["prompts"];
  onChoose: (choice: PromptChoice) => void;
}) {
  const { limit } = choice;
  const kind: Kind =
    choice.scope === "all" || choice.scope === "fresh" ? choice.scope : kindOf(choice, given);
  const inCategory = (category: string): PromptChoice => ({
    scope: "filter",
    search: null,
    category,
    severity: null,
    limit,
  });

  function handleKind(next: Kind) {
    if (next === "given" && given) onChoose({ ...given, limit });
    else if (next === "category") onChoose(inCategory(counts.categories[0]?.category ?? ""));
    else if (next === "all" || next === "fresh") onChoose({ scope: next, limit });
  }

  return (
    <>
      <Field label={strings.prompts} name="prompts" hint={strings.promptsHint}>
        <Select
          value={kind}
          onChange={({ target }) => handleKind(target.value as Kind)}
          options={[
            ...(given ? [{ value: "given", label: wordsFor(given) }] : []),
            ...(["fresh", "all"] as const).map((value) => ({
              value,
              label: `${strings.scope[value]} (${counts[value].toLocaleString("en")})`,
            })),
            { value: "category", label: strings.scope.category, disabled: counts.categories.length === 0 },
          ]}
        />
      </Field>
      {kind === "category" && choice.scope === "filter" ? (
        <Field label={strings.category} name="prompts.category">
          <Select
            value={choice.category ?? ""}
            onChange={({ target }) => onChoose(inCategory(target.value))}
            options={counts.categories.map(({ category, n }) => ({
              value: category,
              label: `${category} (${n.toLocaleString("en")})`,
            }))}
          />
        </Field>
      ) : null}
      <Field label={strings.limit} name="prompts.limit" hint={strings.limitHint} optional>
        <Input
          inputMode="numeric"
          value={limit ?? ""}
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, "");
            onChoose({ ...choice, limit: digits === "" ? null : Number(digits) });
          }}
        />
      </Field>
    </>
  );
}

function kindOf(choice: PromptChoice, given: PromptChoice | null): Kind {
  const isGiven =
    given && JSON.stringify({ ...given, limit: null }) === JSON.stringify({ ...choice, limit: null });
  return isGiven ? "given" : "category";
}

/** What a choice holds, in a few words. */
function wordsFor(choice: PromptChoice): string {
  const { given } = strings;
  switch (choice.scope) {
    case "all":
    case "fresh":
      return strings.scope[choice.scope];
    case "numbers":
      return given.numbers(choice.numbers.length);
    case "run": {
      const { part } = choice;
      const words =
        part === "all" || part === "failed"
          ? given.parts[part]
          : given.ended(deliberationPageStrings.outcome[part]);
      return given.run(choice.run, words);
    }
    case "filter": {
      const words = [
        ...(choice.search === null ? [] : [given.search(choice.search)]),
        ...(choice.category === null ? [] : [given.category(choice.category)]),
        ...(choice.severity === null ? [] : [given.severity(choice.severity)]),
      ];
      return given.filter(words.join(given.and) || given.everything);
    }
  }
}
