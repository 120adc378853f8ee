import type { Metadata } from "next";
import { queryNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { watchDeliberation } from "#app/projects/[slug]/runs/actions.ts";
import { RunsTable } from "#components/runs/runs-table.tsx";
import { WatchButton } from "#components/runs/watch-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/can.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { listRuns } from "#lib/server/runs/list.ts";

export const metadata: Metadata = { title: strings.title };

export default async function RunsPage({ params, searchParams }: PageProps<"/projects/[slug]/runs">) {
  const [actor, { slug }, { before }] = await Promise.all([requireActor(), params, searchParams]);
  const { page, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "runs.read");
    return { role, page: await listRuns(actor, project.id, { before: queryNumber(before) }) };
  });
  const mayStart = can(actor, "runs.start", role);
  const start = mayStart ? (
    <>
      <WatchButton slug={slug} watch={watchDeliberation} />
      <LinkButton variant="primary" href={`/projects/${slug}/runs/new`}>
        {strings.newRun}
      </LinkButton>
    </>
  ) : null;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} actions={start} />
      {page.rows.length === 0 ? (
        <EmptyState
          title={strings.emptyTitle}
          action={
            mayStart && (
              <LinkButton href={`/projects/${slug}/prompts/import`}>{strings.importPrompts}</LinkButton>
            )
          }
        >
          {strings.emptyText}
        </EmptyState>
      ) : (
        <RunsTable runs={page.rows} slug={slug} />
      )}
      <Pager
        newer={before ? `/projects/${slug}/runs` : null}
        older={page.next === null ? null : `/projects/${slug}/runs?before=${page.next}`}
      />
    </>
  );
}
