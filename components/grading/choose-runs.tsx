import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { GradedRun } from "#lib/domain/grading/quality-view.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";

/** Which two graded runs are compared, as a plain GET form: the address holds them. */
export function ChooseRuns({
  runs,
  base,
  other,
}: {
  runs: readonly GradedRun[];
  base: GradedRun;
  other: GradedRun;
}) {
  const options = runs.map(({ number, recipe, records }) => ({
    value: String(number),
    label: strings.run(number, recipe, records),
  }));
  return (
    <form className="mb-6 flex flex-wrap items-center gap-2.5 text-sm">
      <Select name="other" aria-label={strings.other} defaultValue={String(other.number)} options={options} />
      <span className="text-ink-2">{strings.against}</span>
      <Select name="base" aria-label={strings.base} defaultValue={String(base.number)} options={options} />
      <Button type="submit">{strings.compare}</Button>
    </form>
  );
}
