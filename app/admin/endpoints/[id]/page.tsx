import type { Metadata } from "next";
import * as actions from "#app/admin/endpoints/actions.ts";
import { load } from "#app/load.ts";
import { EndpointControls } from "#components/endpoints/endpoint-controls.tsx";
import { EndpointKey } from "#components/endpoints/endpoint-key.tsx";
import { EndpointGrants, EndpointSettings } from "#components/endpoints/endpoint-settings.tsx";
import { EndpointState } from "#components/endpoints/endpoint-state.tsx";
import { EndpointStopped } from "#components/endpoints/endpoint-stopped.tsx";
import { EndpointVersions } from "#components/endpoints/endpoint-versions.tsx";
import { TestPanel } from "#components/endpoints/test-panel.tsx";
import { Refusals } from "#components/runs/refusals.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadEndpoint } from "#lib/server/endpoints/load.ts";
import { grantableProjects } from "#lib/server/endpoints/set-grants.ts";
import { loadEndpointRefusals } from "#lib/server/runs/refusals.ts";

export const metadata: Metadata = { title: strings.title };

export default async function EndpointPage({ params }: PageProps<"/admin/endpoints/[id]">) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const [endpoint, projects, refusals] = await load(() =>
    Promise.all([loadEndpoint(actor, id), grantableProjects(actor), loadEndpointRefusals(actor, id)]),
  );
  return (
    <ReadingPage>
      <PageHeader
        title={endpoint.name}
        meta={
          <>
            <EndpointState endpoint={endpoint} />
            <span>{strings.providers[endpoint.provider]}</span>
            <span className="font-mono text-xs">{endpoint.model}</span>
            <span>{endpoint.host ?? strings.rehearsal}</span>
            <span>{strings.version(endpoint.version)}</span>
          </>
        }
        actions={
          <EndpointControls
            endpoint={endpoint}
            actions={{ start: actions.start, stop: actions.stop, archive: actions.archive }}
          />
        }
      />
      <EndpointStopped endpoint={endpoint} />
      {endpoint.archived ? null : (
        <>
          <TestPanel endpointId={endpoint.id} last={endpoint.lastTest} test={actions.test} />
          <EndpointGrants endpoint={endpoint} projects={projects} grant={actions.grant} />
          <EndpointSettings endpoint={endpoint} update={actions.update} />
          {endpoint.provider === "rehearsal" ? null : (
            <EndpointKey
              endpointId={endpoint.id}
              provider={endpoint.provider}
              hasKey={endpoint.hasKey}
              setKey={actions.key}
            />
          )}
        </>
      )}
      <Refusals rates={refusals} />
      <EndpointVersions endpoint={endpoint} />
    </ReadingPage>
  );
}
