import { Severity } from "#components/prompts/severity.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { type ExposureCaps, levels } from "#lib/domain/exposure/caps.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";

/** Limits of a day: of each level how many records, and how many minutes. */
export function CapFields({ caps, beside }: { caps: ExposureCaps; beside?: ExposureCaps }) {
  return (
    <div className="grid gap-4">
      {[...levels].reverse().map((level) => (
        <fieldset key={level} className="grid grid-cols-2 gap-x-4 gap-y-1.5">
          <legend className="mb-1.5 flex flex-wrap items-baseline gap-x-3 text-xs text-ink-3">
            <Severity level={level} full />
            {level === "high" && strings.orUnrated}
            {beside && <span>{strings.projectLimit(beside[level].records, beside[level].minutes)}</span>}
          </legend>
          {(["records", "minutes"] as const).map((kind) => (
            <Field
              key={kind}
              label={<span aria-hidden>{strings.capColumns[kind]}</span>}
              name={`caps.${level}.${kind}`}
            >
              <Input
                inputMode="numeric"
                autoComplete="off"
                aria-label={{ records: strings.recordsOf, minutes: strings.minutesOf }[kind](level)}
                defaultValue={caps[level][kind] ?? ""}
                className="max-w-28"
              />
            </Field>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** Reads what was entered; the schema refuses what is no number. */
export function capsIn(entered: FormData): ExposureCaps {
  const cap = (level: keyof ExposureCaps) => ({
    records: numberIn(entered, `caps.${level}.records`),
    minutes: numberIn(entered, `caps.${level}.minutes`),
  });
  return { low: cap("low"), medium: cap("medium"), high: cap("high") };
}

/** A number that may be left out; what is none is left to the schema to refuse. */
export function numberIn(entered: FormData, name: string): number | null {
  const text = String(entered.get(name) ?? "").trim();
  return text === "" ? null : Number(text);
}
