"use client";

import { toast } from "sonner";
import { EndpointFields, readEndpointFields } from "#components/endpoints/endpoint-fields.tsx";
import { ProjectChoices } from "#components/endpoints/project-choices.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { EndpointChange } from "#lib/domain/endpoint/endpoint.ts";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** What an endpoint is and how much it takes. */
export function EndpointSettings({
  endpoint,
  update,
}: {
  endpoint: EndpointView;
  update: ServerAction<EndpointChange & { id: string }, unknown>;
}) {
  const rehearsal = endpoint.provider === "rehearsal";
  return (
    <Section title={strings.settings}>
      <ActionForm
        action={update}
        label={strings.settings}
        read={(entered) => {
          const { name, version, limits } = readEndpointFields(entered);
          return { id: endpoint.id, name, limits, ...(rehearsal ? {} : { version }) };
        }}
        onDone={() => toast.success(strings.form.saved)}
      >
        <EndpointFields provider={endpoint.provider} given={endpoint} />
        {rehearsal ? null : (
          <p className="text-ink-3 text-xs">
            {strings.form.newVersionHint} {strings.form.hostClearsKey}
          </p>
        )}
        <div>
          <SubmitButton variant="secondary">{strings.form.save}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

/** Which projects may choose the endpoint for a run. */
export function EndpointGrants({
  endpoint,
  projects,
  grant,
}: {
  endpoint: EndpointView;
  projects: readonly { id: string; name: string }[];
  grant: ServerAction<{ id: string; projectIds: string[] }, unknown>;
}) {
  return (
    <Section title={strings.grants}>
      <ActionForm
        action={grant}
        label={strings.grants}
        read={(entered) => ({ id: endpoint.id, projectIds: entered.getAll("projectIds").map(String) })}
        onDone={() => toast.success(strings.granted)}
      >
        <ProjectChoices projects={projects} granted={endpoint.grants.map((granted) => granted.projectId)} />
        <div>
          <SubmitButton variant="secondary">{strings.form.save}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
