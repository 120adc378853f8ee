import {
  type GivenVersion,
  readVersionFields,
  VersionFields,
} from "#components/endpoints/version-fields.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Provider } from "#lib/domain/endpoint/provider.ts";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

/** The fields that a new and a known endpoint share. Of the rehearsal endpoint only name and limits are anyone's choice. */
export function EndpointFields({
  provider,
  given,
}: {
  provider: Provider;
  given?: GivenVersion & Pick<EndpointView, "name" | "limits">;
}) {
  return (
    <>
      <Field label={strings.name} name="name" hint={strings.nameHint} required>
        <Input name="name" defaultValue={given?.name} autoComplete="off" />
      </Field>
      {provider === "rehearsal" ? null : <VersionFields key={provider} provider={provider} given={given} />}
      <fieldset className="grid gap-3 sm:grid-cols-3">
        <legend className="mb-1.5 font-medium text-sm">{strings.limits}</legend>
        <Field label={strings.maxConcurrent} name="limits.maxConcurrent" required>
          <Input name="maxConcurrent" inputMode="numeric" defaultValue={given?.limits.maxConcurrent ?? 4} />
        </Field>
        <Field label={strings.requestsPerMinute} name="limits.requestsPerMinute">
          <Input
            name="requestsPerMinute"
            inputMode="numeric"
            placeholder={strings.noLimit}
            defaultValue={given?.limits.requestsPerMinute ?? ""}
          />
        </Field>
        <Field label={strings.tokensPerMinute} name="limits.tokensPerMinute">
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
  return {
    name: text("name"),
    version: readVersionFields(entered),
    limits: {
      maxConcurrent: number("maxConcurrent") ?? Number.NaN,
      requestsPerMinute: number("requestsPerMinute"),
      tokensPerMinute: number("tokensPerMinute"),
    },
  };
}
