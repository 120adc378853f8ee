"use client";

import { NumberInput } from "#components/recipes/number-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Role } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.form;
const { leftToEndpoint } = recipePageStrings.role;

/** How a role is asked: its own instructions and its sampling. */
export function RoleFields({
  role,
  path,
  onChange,
}: {
  role: Role;
  /** Where it stands in what is sent, for the errors that come back. */
  path: string;
  onChange: (role: Role) => void;
}) {
  return (
    <>
      <Field label={strings.instructions} name={`${path}.instructions`} optional>
        <Textarea
          voice="read"
          rows={2}
          value={role.instructions ?? ""}
          onChange={({ target }) =>
            onChange({ ...role, instructions: target.value === "" ? null : target.value })
          }
        />
      </Field>
      <SamplingFields
        sampling={role.sampling}
        path={`${path}.sampling`}
        onChange={(sampling) => onChange({ ...role, sampling })}
      />
    </>
  );
}

/** Temperature, top-p and the length of a reply. */
export function SamplingFields({
  sampling,
  path,
  onChange,
}: {
  sampling: Role["sampling"];
  path: string;
  onChange: (sampling: Role["sampling"]) => void;
}) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <Field label={strings.temperature} name={`${path}.temperature`}>
        <NumberInput
          placeholder={leftToEndpoint}
          value={sampling.temperature}
          onChange={(temperature) => onChange({ ...sampling, temperature })}
        />
      </Field>
      <Field label={strings.topP} name={`${path}.topP`}>
        <NumberInput
          placeholder={leftToEndpoint}
          value={sampling.topP}
          onChange={(topP) => onChange({ ...sampling, topP })}
        />
      </Field>
      <Field label={strings.maxOutputTokens} name={`${path}.maxOutputTokens`}>
        <NumberInput
          whole
          value={sampling.maxOutputTokens}
          onChange={(maxOutputTokens) =>
            onChange({ ...sampling, maxOutputTokens: maxOutputTokens ?? Number.NaN })
          }
        />
      </Field>
    </div>
  );
}
