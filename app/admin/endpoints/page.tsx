import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { EndpointsTable } from "#components/endpoints/endpoints-table.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listEndpoints } from "#lib/server/endpoints/list.ts";

export const metadata: Metadata = { title: strings.title };

export default async function EndpointsPage() {
  const actor = await requireActor();
  const endpoints = await load(() => listEndpoints(actor));
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        actions={
          <LinkButton variant="primary" href="/admin/endpoints/new">
            {strings.add}
          </LinkButton>
        }
      />
      <EndpointsTable rows={endpoints} />
    </>
  );
}
