import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { checkNames } from "#lib/domain/checks/finding.ts";
import { gaveThoughts, outcomes } from "#lib/domain/deliberation/outcome.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import {
  mayTellMore,
  ordersOf,
  type QueueChoice,
  type QueueFilter,
  scoreRanges,
} from "#lib/domain/review/queue-choice.ts";
import type { FilterChoices } from "#lib/domain/review/view.ts";
import { checkStrings } from "#lib/domain/strings/checks.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueFiltersProps = { choices: FilterChoices; choice: QueueChoice };

const ranges = (Object.keys(scoreRanges) as (keyof typeof scoreRanges)[]).map((value) => ({
  value,
  label: strings.ranges[value],
}));

/** Filters and order as a plain GET form: the address holds them, so a filtered list can be shared and reloaded. */
export function QueueFilters({ choices, choice }: QueueFiltersProps) {
  const { list, order, filter } = choice;
  const more = ["category", "outcome", "model", "check", "agreement", "lowest", "faithful"] as const;
  const by = (name: keyof QueueFilter, options: readonly { value: string; label: string }[]) =>
    options.length > 0 && (
      <Select
        name={name}
        defaultValue={filter[name] ?? ""}
        aria-label={strings.filters[name]}
        placeholder={strings.any(strings.filters[name])}
        options={options}
        className="max-w-full"
      />
    );
  return (
    <search className="min-w-0">
      <form className="grid gap-2.5">
        <input type="hidden" name="list" value={list} />
        <div className="flex flex-wrap items-center gap-2.5">
          <div className="w-60 max-sm:w-full">
            <Input
              type="search"
              name="text"
              defaultValue={filter.text}
              aria-label={strings.search}
              placeholder={strings.search}
            />
          </div>
          {by(
            "severity",
            severities.map((value) => ({ value, label: promptStrings.severity[value] })),
          )}
          <Select
            name="cites"
            defaultValue={filter.cites ?? ""}
            aria-label={strings.filters.cites}
            placeholder={strings.any(strings.filters.cites)}
            className="w-44"
          >
            {choices.policies.map(({ number, title, clauses }) => (
              <optgroup key={number} label={strings.policyName(number, title)}>
                <option value={number}>{strings.wholePolicy(number)}</option>
                {clauses.map((clause) => (
                  <option key={clause} value={clause}>
                    {clause}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
          <Select
            name="order"
            defaultValue={order}
            aria-label={strings.order}
            options={ordersOf(list).map((value) => ({ value, label: strings.orders[value] }))}
          />
          <Button type="submit">{strings.filter}</Button>
        </div>
        <details open={more.some((name) => filter[name] !== undefined)}>
          <summary className="w-fit cursor-pointer text-xs text-ink-2">{strings.moreFilters}</summary>
          <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
            {by("category", choices.categories.map(asOption))}
            {by(
              "outcome",
              outcomes
                .filter(gaveThoughts)
                .map((value) => ({ value, label: deliberationPageStrings.outcome[value] })),
            )}
            {by("model", choices.models.map(asOption))}
            {mayTellMore(list) && (
              <>
                {by(
                  "check",
                  checkNames.map((value) => ({ value, label: checkStrings.names[value] })),
                )}
                {by("agreement", [
                  { value: "agreed", label: strings.agreement.agreed },
                  { value: "differed", label: strings.agreement.differed },
                ])}
                {by("lowest", ranges)}
                {by("faithful", ranges)}
              </>
            )}
          </div>
        </details>
      </form>
    </search>
  );
}

function asOption(value: string) {
  return { value, label: value };
}
