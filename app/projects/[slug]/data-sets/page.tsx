import type { Metadata } from "next";
import { queryNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { SnapshotsTable } from "#components/data-sets/snapshots-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/can.ts";
import { dataSetStrings as strings } from "#lib/domain/strings/data-sets.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listSnapshots } from "#lib/server/data-sets/list.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function DataSetsPage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/data-sets">) {
  const [actor, { slug }, { before }] = await Promise.all([requireActor(), params, searchParams]);
  const { role, page } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "dataSets.read");
    const from = queryNumber(before) ?? undefined;
    return { role, page: await listSnapshots(actor, { projectId: project.id, before: from }) };
  });
  const href = `/projects/${slug}/data-sets`;
  const mayRelease = can(actor, "dataSets.release", role);
  const build = mayRelease && (
    <LinkButton variant="primary" href={`${href}/new`}>
      {strings.build}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        actions={page.snapshots.length > 0 && build}
      />
      {page.snapshots.length === 0 ? (
        <EmptyState title={strings.empty.title} action={build}>
          {mayRelease ? strings.empty.lead : strings.empty.reader}
        </EmptyState>
      ) : (
        <SnapshotsTable snapshots={page.snapshots} href={href} />
      )}
      <Pager newer={before ? href : null} older={page.next === null ? null : `${href}?before=${page.next}`} />
    </>
  );
}
