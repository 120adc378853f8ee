import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

type Given = Pick<
  EndpointView,
  | "name"
  | "baseUrl"
  | "model"
  | "structuredOutputs"
  | "inputPrice"
  | "cachedInputPrice"
  | "outputPrice"
  | "limits"
>;

/** The fields that a new and a known endpoint share. Prices are shown in dollars, stored in micro-dollars. */
export function EndpointFields({ given, rehearsal = false }: { given?: Given; rehearsal?: boolean }) {
  return (
    <>
      <Field label={strings.name} name="name" hint={strings.nameHint} required>
        <Input name="name" defaultValue={given?.name} autoComplete="off" />
      </Field>
      {rehearsal ? null : (
        <>
          <Field label={strings.baseUrl} name="version.baseUrl" hint={strings.baseUrlHint} required>
            <Input
              name="baseUrl"
              mono
              inputMode="url"
              defaultValue={given?.baseUrl ?? ""}
              autoComplete="off"
            />
          </Field>
          <Field label={strings.model} name="version.model" required>
            <Input name="model" mono defaultValue={given?.model} autoComplete="off" />
          </Field>
          <Checkbox
            name="structuredOutputs"
            defaultChecked={given?.structuredOutputs ?? true}
            label={strings.structuredOutputs}
            hint={strings.structuredOutputsHint}
          />
          <fieldset className="grid gap-3 sm:grid-cols-3">
            <legend className="mb-1.5 font-medium text-sm">{strings.prices}</legend>
            <Field label={strings.inputPrice} name="version.inputPrice">
              <Input name="inputPrice" inputMode="decimal" defaultValue={dollars(given?.inputPrice ?? 0)} />
            </Field>
            <Field label={strings.cachedInputPrice} name="version.cachedInputPrice" optional>
              <Input
                name="cachedInputPrice"
                inputMode="decimal"
                defaultValue={given?.cachedInputPrice == null ? "" : dollars(given.cachedInputPrice)}
              />
            </Field>
            <Field label={strings.outputPrice} name="version.outputPrice">
              <Input name="outputPrice" inputMode="decimal" defaultValue={dollars(given?.outputPrice ?? 0)} />
            </Field>
          </fieldset>
        </>
      )}
      <fieldset className="grid gap-3 sm:grid-cols-3">
        <legend className="mb-1.5 font-medium text-sm">{strings.limits}</legend>
        <Field label={strings.maxConcurrent} name="limits.maxConcurrent" required>
          <Input name="maxConcurrent" inputMode="numeric" defaultValue={given?.limits.maxConcurrent ?? 4} />
        </Field>
        <Field label={strings.requestsPerMinute} name="limits.requestsPerMinute" optional>
          <Input
            name="requestsPerMinute"
            inputMode="numeric"
            placeholder={strings.noLimit}
            defaultValue={given?.limits.requestsPerMinute ?? ""}
          />
        </Field>
        <Field label={strings.tokensPerMinute} name="limits.tokensPerMinute" optional>
          <Input
            name="tokensPerMinute"
            inputMode="numeric"
            placeholder={strings.noLimit}
            defaultValue={given?.limits.tokensPerMinute ?? ""}
          />
        </Field>
      </fieldset>
    </>
  );
}

/** Reads what was entered in `EndpointFields`; what is no number stays NaN, for the schema to refuse. */
export function readEndpointFields(entered: FormData) {
  const text = (name: string) => String(entered.get(name) ?? "").trim();
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const micros = (name: string) => {
    const value = number(name);
    return value === null ? null : Math.round(value * 1_000_000);
  };
  return {
    name: text("name"),
    version: {
      baseUrl: text("baseUrl"),
      model: text("model"),
      structuredOutputs: entered.get("structuredOutputs") !== null,
      inputPrice: micros("inputPrice") ?? 0,
      cachedInputPrice: micros("cachedInputPrice"),
      outputPrice: micros("outputPrice") ?? 0,
    },
    limits: {
      maxConcurrent: number("maxConcurrent") ?? Number.NaN,
      requestsPerMinute: number("requestsPerMinute"),
      tokensPerMinute: number("tokensPerMinute"),
    },
  };
}

const dollars = (micros: number) => String(micros / 1_000_000);
