import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { EvaluatedRun } from "#lib/domain/evaluation/evaluation.ts";
import { evaluationStrings as strings } from "#lib/domain/strings/evaluation.ts";

/** Which evaluations stand side by side, as a plain GET form: the address holds them. */
export function ChooseEvaluations({ runs }: { runs: readonly (EvaluatedRun & { chosen: boolean })[] }) {
  if (runs.length < 2) return null;
  return (
    <form className="mb-6 flex flex-wrap items-end gap-x-5 gap-y-2 text-sm">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1.5 text-ink-3 text-xs">{strings.choose}</legend>
        {runs.map(({ number, endpoint, model, chosen }) => (
          <Checkbox
            key={number}
            name="run"
            value={number}
            defaultChecked={chosen}
            label={strings.run(number, endpoint, model)}
          />
        ))}
      </fieldset>
      <Button type="submit">{strings.show}</Button>
    </form>
  );
}
