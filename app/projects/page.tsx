import type { Metadata } from "next";
import { z } from "zod";
import { signOutHere } from "#app/sign-out.ts";
import { NewProjectDialog } from "#components/people/new-project-dialog.tsx";
import { ProjectsTable } from "#components/people/projects-table.tsx";
import { PlainShell } from "#components/shell/plain-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/can.ts";
import { projectStrings as strings } from "#lib/domain/strings/project.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listProjects } from "#lib/server/projects/list.ts";
import { allowBeliefs, joinAsLead, makeProject } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

const Query = z.object({ after: z.string().optional().catch(undefined) });

export default async function ProjectsPage({ searchParams }: PageProps<"/projects">) {
  const { after } = Query.parse(await searchParams);
  const actor = await requireActor();
  const { projects, next } = await listProjects(actor, { after });
  const create = can(actor, "projects.create", null) && <NewProjectDialog create={makeProject} />;
  return (
    <PlainShell actor={actor} signOut={signOutHere} title={strings.title}>
      <PageHeader title={strings.title} actions={projects.length > 0 && create} />
      {projects.length > 0 ? (
        <>
          <ProjectsTable projects={projects} join={joinAsLead} allowBeliefs={allowBeliefs} />
          {next && (
            <div className="mt-4 flex justify-end">
              <LinkButton size="sm" href={`/projects?${new URLSearchParams({ after: next })}`}>
                {strings.nextPage}
              </LinkButton>
            </div>
          )}
        </>
      ) : (
        <EmptyState title={strings.none} action={create}>
          {create ? strings.noneHintAdmin : strings.noneHint}
        </EmptyState>
      )}
    </PlainShell>
  );
}
