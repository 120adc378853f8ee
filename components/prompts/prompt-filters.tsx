import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

/** Filters as a plain GET form: the address holds them, so a filtered list can be shared and reloaded. */
export function PromptFilters({
  categories,
  chosen,
}: {
  categories: readonly { category: string; n: number }[];
  chosen: { search?: string; severity?: string; category?: string };
}) {
  return (
    <search className="mb-4">
      <form className="flex flex-wrap items-center gap-2.5">
        <div className="w-64 max-sm:w-full">
          <Input
            type="search"
            name="search"
            defaultValue={chosen.search}
            aria-label={strings.search}
            placeholder={strings.search}
          />
        </div>
        <Select
          name="severity"
          defaultValue={chosen.severity ?? ""}
          aria-label={strings.columns.severity}
          placeholder={strings.allSeverities}
          options={severities.map((value) => ({ value, label: strings.severity[value] }))}
        />
        <Select
          name="category"
          defaultValue={chosen.category ?? ""}
          aria-label={strings.columns.category}
          placeholder={strings.allCategories}
          options={categories.map(({ category, n }) => ({
            value: category,
            label: `${category} (${n.toLocaleString("en")})`,
          }))}
        />
        <Button type="submit">{strings.searchAction}</Button>
      </form>
    </search>
  );
}
