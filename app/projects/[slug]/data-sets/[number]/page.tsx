import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { ChatTemplates } from "#components/data-sets/chat-templates.tsx";
import { ReleaseFiles } from "#components/data-sets/release-files.tsx";
import { RowPreview } from "#components/data-sets/row-preview.tsx";
import { ChangesSince, SnapshotFacts } from "#components/data-sets/snapshot-facts.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { FamilyId, familyIds } from "#lib/domain/export/chat-template/families.ts";
import { renderEverywhere } from "#lib/domain/export/chat-template/report.ts";
import { rowId } from "#lib/domain/export/row.ts";
import { dataSetStrings as strings } from "#lib/domain/strings/data-sets.ts";
import { trainingStrings } from "#lib/domain/strings/training.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadSnapshot } from "#lib/server/data-sets/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { releaseSnapshot } from "../actions.ts";

type Props = PageProps<"/projects/[slug]/data-sets/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.crumb(Number((await params).number)) };
}

export default async function DataSetPage({ params, searchParams }: Props) {
  const [actor, { slug, number }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { role, snapshot } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "dataSets.read");
    return {
      role,
      snapshot: await loadSnapshot(actor, { projectId: project.id, number: addressNumber(number) }),
    };
  });
  const { firstRows } = snapshot;
  const { items } = snapshot.filter;
  const [first] = firstRows;
  const href = `/projects/${slug}/data-sets/${snapshot.number}`;
  return (
    <ReadingPage>
      <PageHeader
        title={snapshot.name}
        meta={
          <>
            <span>{strings.crumb(snapshot.number)}</span>
            <span>
              <b>{strings.rows(snapshot.items)}</b>
            </span>
            {snapshot.synthetic && <Synthetic />}
          </>
        }
      />
      {snapshot.synthetic && (
        <Notice tone="warn" className="mb-8">
          {strings.syntheticNote}
        </Notice>
      )}
      <ChangesSince since={snapshot.since} />
      <Section title={strings.snapshot.files}>
        <p className="mb-3 max-w-[66ch] text-ink-2 text-sm">{strings.release.description}</p>
        <ReleaseFiles
          snapshotId={snapshot.id}
          items={items}
          releases={snapshot.releases}
          href={href}
          release={can(actor, "dataSets.release", role) ? releaseSnapshot : null}
        />
        {items === "pair" && can(actor, "beliefs.read", role) && (
          <p className="mt-3 max-w-[70ch] text-sm text-ink-2">
            <TextLink href={`/projects/${slug}/data-sets/${snapshot.number}/provenance`} download>
              {strings.provenance.download}
            </TextLink>
            {". "}
            {strings.provenance.hint}
          </p>
        )}
      </Section>
      {first && items === "revision" && (
        <div id="chat-templates" className="scroll-mt-16">
          <Section title={trainingStrings.page.title}>
            <ChatTemplates
              renderings={renderEverywhere(first)}
              row={rowId(first)}
              chosen={FamilyId.safeParse(query.family).data ?? familyIds[0]}
              href={href}
            />
          </Section>
        </div>
      )}
      <Section title={strings.snapshot.taken}>
        <SnapshotFacts snapshot={snapshot} />
      </Section>
      {firstRows.length > 0 && (
        <Section title={strings.preview.firstRows(firstRows.length)}>
          {items === "pair" && <p className="mb-3 text-sm text-ink-2">{strings.preview.sidesHint}</p>}
          <RowPreview rows={firstRows} />
        </Section>
      )}
    </ReadingPage>
  );
}
