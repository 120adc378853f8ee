import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { startRunAction } from "#app/projects/[slug]/runs/actions.ts";
import { NewRunForm } from "#components/runs/new-run-form.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadRunOptions } from "#lib/server/runs/options.ts";

export const metadata: Metadata = { title: strings.newTitle };

export default async function NewRunPage({ params }: PageProps<"/projects/[slug]/runs/new">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { projectId, options } = await load(async () => {
    const { project } = await requireProject(actor, slug, "runs.start");
    return { projectId: project.id, options: await loadRunOptions(actor, project.id) };
  });
  return (
    <ReadingPage>
      <PageHeader title={strings.newTitle} description={strings.newDescription} />
      {options.prompts.all === 0 ? (
        <EmptyState
          title={strings.noPrompts}
          action={
            <LinkButton variant="primary" href={`/projects/${slug}/prompts/import`}>
              {strings.importPrompts}
            </LinkButton>
          }
        />
      ) : options.endpoints.length === 0 ? (
        <EmptyState title={strings.noEndpoints} />
      ) : (
        <NewRunForm slug={slug} projectId={projectId} options={options} start={startRunAction} />
      )}
    </ReadingPage>
  );
}
