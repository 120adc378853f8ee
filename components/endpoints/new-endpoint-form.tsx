"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { EndpointFields, readEndpointFields } from "#components/endpoints/endpoint-fields.tsx";
import { ProjectChoices } from "#components/endpoints/project-choices.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import { type AddableProvider, addableProviders } from "#lib/domain/endpoint/provider.ts";
import { endpointPageStrings } from "#lib/domain/strings/endpoint-pages.ts";

const strings = endpointPageStrings.form;

const providerOptions = addableProviders.map((value) => ({
  value,
  label: endpointPageStrings.providers[value],
}));

/** Adds an endpoint and leads to its page, where it can be tested. */
export function NewEndpointForm({
  create,
  projects,
}: {
  create: ServerAction<NewEndpoint, { id: string }>;
  projects: readonly { id: string; name: string }[];
}) {
  const router = useRouter();
  const [provider, setProvider] = useState<AddableProvider>("openai_compatible");
  return (
    <ActionForm
      action={create}
      label={endpointPageStrings.addTitle}
      className="max-w-xl"
      read={(entered) => ({
        ...readEndpointFields(entered),
        key: String(entered.get("key") ?? "").trim() || null,
        projectIds: entered.getAll("projectIds").map(String),
      })}
      onDone={({ id }) => router.push(`/admin/endpoints/${id}`)}
    >
      <Field label={strings.provider} hint={strings.providerHint[provider]} required>
        <Select
          options={providerOptions}
          value={provider}
          onChange={(event) => setProvider(event.target.value as AddableProvider)}
        />
      </Field>
      <EndpointFields provider={provider} />
      <Field
        label={strings.key}
        name="key"
        hint={strings.keyHint[provider]}
        optional={provider === "openai_compatible"}
      >
        <Input name="key" type="password" mono autoComplete="off" />
      </Field>
      <ProjectChoices projects={projects} granted={projects.map((project) => project.id)} />
      <div>
        <SubmitButton>{strings.create}</SubmitButton>
      </div>
    </ActionForm>
  );
}
