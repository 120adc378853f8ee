import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { DisputesTable } from "#components/adjudication/disputes-table.tsx";
import { UndoKey } from "#components/review/undo-key.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listDisputes } from "#lib/server/adjudications/list.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function AdjudicationPage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/adjudication">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { rows, total } = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.adjudicate");
    return listDisputes(actor, project.id);
  });
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} />
      <UndoKey />
      {rows.length === 0 ? (
        <EmptyState
          title={query.done === undefined ? strings.none : strings.allDone}
          action={<LinkButton href={`/projects/${slug}/review`}>{strings.toReview}</LinkButton>}
        >
          {strings.noneText}
        </EmptyState>
      ) : (
        <DisputesTable rows={rows} slug={slug} />
      )}
      {total > rows.length && <p className="mt-3 text-sm text-ink-3">{strings.shown(rows.length, total)}</p>}
    </>
  );
}
