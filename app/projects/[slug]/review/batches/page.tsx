import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { cancelBatch, freeClaim } from "#app/projects/[slug]/review/queue-actions.ts";
import { BatchesTable } from "#components/batches/batches-table.tsx";
import { HeldClaims } from "#components/batches/held-claims.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { batchStrings as strings } from "#lib/domain/strings/batches.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadBatches } from "#lib/server/batches/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadHeldClaims } from "#lib/server/reviews/held-claims.ts";

export const metadata: Metadata = { title: strings.title };

export default async function BatchesPage({ params }: PageProps<"/projects/[slug]/review/batches">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { batches, claims } = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.assign");
    const [batches, claims] = await Promise.all([
      loadBatches(actor, project.id),
      loadHeldClaims(actor, project.id),
    ]);
    return { batches, claims };
  });
  const queue = <LinkButton href={`/projects/${slug}/review`}>{strings.toQueue}</LinkButton>;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} actions={queue} />
      {batches.length === 0 ? (
        <EmptyState title={strings.none}>{strings.noneText}</EmptyState>
      ) : (
        <>
          <BatchesTable batches={batches} slug={slug} cancel={cancelBatch} />
          <p className="mt-3 max-w-[72ch] text-xs text-ink-3">{strings.progressNote}</p>
        </>
      )}
      <Section title={strings.claims} className="mt-10">
        <p className="mb-3 max-w-[72ch] text-sm text-ink-2">{strings.claimsText}</p>
        <HeldClaims claims={claims} slug={slug} free={freeClaim} />
      </Section>
    </>
  );
}
