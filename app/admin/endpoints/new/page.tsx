import type { Metadata } from "next";
import { create } from "#app/admin/endpoints/actions.ts";
import { load } from "#app/load.ts";
import { NewEndpointForm } from "#components/endpoints/new-endpoint-form.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { grantableProjects } from "#lib/server/endpoints/set-grants.ts";

export const metadata: Metadata = { title: strings.addTitle };

export default async function NewEndpointPage() {
  const actor = await requireActor();
  const projects = await load(() => grantableProjects(actor));
  return (
    <ReadingPage>
      <PageHeader title={strings.addTitle} description={strings.addDescription} />
      <NewEndpointForm create={create} projects={projects} />
    </ReadingPage>
  );
}
