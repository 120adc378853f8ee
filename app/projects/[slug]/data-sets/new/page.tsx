import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { SnapshotBuilder } from "#components/data-sets/snapshot-builder.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { everything } from "#lib/domain/export/filter.ts";
import { dataSetStrings as strings } from "#lib/domain/strings/data-sets.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { filterChoices } from "#lib/server/data-sets/filter-choices.ts";
import { previewSnapshot as preview } from "#lib/server/data-sets/preview.ts";
import { hasPairs } from "#lib/server/pairs/has-pairs.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { checkContamination, createSnapshot, previewSnapshot } from "../actions.ts";

export const metadata: Metadata = { title: strings.build };

export default async function NewDataSetPage({ params }: PageProps<"/projects/[slug]/data-sets/new">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { choices, pairs, initial } = await load(async () => {
    const { project } = await requireProject(actor, slug, "dataSets.release");
    const [revision, pair, pairs, initial] = await Promise.all([
      filterChoices(actor, project.id, "revision"),
      filterChoices(actor, project.id, "pair"),
      hasPairs(actor, project.id),
      preview(actor, { projectId: project.id, filter: everything }),
    ]);
    return { choices: { revision, pair }, pairs, initial };
  });
  const { stale } = initial.leftOut;
  return (
    <>
      <PageHeader title={strings.build} description={strings.description} />
      {choices.revision.approved === 0 ? (
        <EmptyState
          title={stale > 0 ? strings.empty.noneStands : strings.empty.nothingApproved}
          action={
            <LinkButton variant="primary" href={`/projects/${slug}/review`}>
              {strings.empty.toReview}
            </LinkButton>
          }
        >
          {stale > 0 ? strings.empty.allStale(stale) : strings.empty.lead}
        </EmptyState>
      ) : (
        <SnapshotBuilder
          slug={slug}
          choices={choices}
          hasPairs={pairs}
          initial={initial}
          preview={previewSnapshot}
          checkContamination={checkContamination}
          create={createSnapshot}
        />
      )}
    </>
  );
}
