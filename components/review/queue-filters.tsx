import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { checkNames } from "#lib/domain/checks/finding.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { mayFilterByCheck, type Queue, type QueueView } from "#lib/domain/review/view.ts";
import { checkStrings } from "#lib/domain/strings/checks.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";
import { queueStrings as strings } from "#lib/domain/strings/queue.ts";

type QueueFiltersProps = {
  policies: Queue["policies"];
  view: QueueView;
  chosen: { severity?: string; policy?: number; check?: string };
};

/** Filters as a plain GET form: the address holds them, so a filtered list can be shared and reloaded. */
export function QueueFilters({ policies, view, chosen }: QueueFiltersProps) {
  return (
    <search className="my-4">
      <form className="flex flex-wrap items-center gap-2.5">
        {view !== "waiting" && <input type="hidden" name="list" value={view} />}
        <Select
          name="severity"
          defaultValue={chosen.severity ?? ""}
          aria-label={strings.columns.severity}
          placeholder={strings.allSeverities}
          options={severities.map((value) => ({ value, label: promptStrings.severity[value] }))}
        />
        <Select
          name="policy"
          defaultValue={chosen.policy === undefined ? "" : String(chosen.policy)}
          aria-label={strings.policy}
          placeholder={strings.allPolicies}
          options={policies.map(({ number, title }) => ({
            value: String(number),
            label: strings.policyName(number, title),
          }))}
        />
        {mayFilterByCheck(view) && (
          <Select
            name="check"
            defaultValue={chosen.check ?? ""}
            aria-label={checkStrings.filter}
            placeholder={checkStrings.any}
            options={checkNames.map((value) => ({ value, label: checkStrings.names[value] }))}
          />
        )}
        <Button type="submit">{strings.filter}</Button>
      </form>
    </search>
  );
}
