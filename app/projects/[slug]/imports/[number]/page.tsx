import type { Metadata } from "next";
import { addressNumber, queryNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { cancel, confirm, remap } from "#app/projects/[slug]/imports/actions.ts";
import { Ended } from "#components/imports/ended.tsx";
import { PreviewList } from "#components/imports/preview-list.tsx";
import { Reading } from "#components/imports/reading.tsx";
import { Ready } from "#components/imports/ready.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { type ImportView, shownRows } from "#lib/domain/import/view.ts";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadImport } from "#lib/server/imports/load.ts";
import { previewImport } from "#lib/server/imports/preview.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/imports/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.number(Number((await params).number)) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [actor, { slug, number }, query] = await Promise.all([requireActor(), params, searchParams]);
  const shown = shownRows.find((list) => list === query.shown) ?? "all";
  const after = queryNumber(query.after) ?? 0;
  const { view, preview } = await load(async () => {
    const { project } = await requireProject(actor, slug, "prompts.import");
    // One after the other: rows that were read before the import was ready would stand under counts that are newer.
    const view = await loadImport(actor, project.id, addressNumber(number));
    return { view, preview: await previewImport(actor, project.id, view.number, { shown, after }) };
  });
  const base = `/projects/${slug}/imports/${view.number}`;
  return (
    <>
      <PageHeader
        title={view.fileName}
        meta={view.format ? strings.facts(view.format, view.encoding, sizeOf(view.fileBytes)) : null}
      />
      {view.status === "reading" || view.status === "storing" ? <Reading view={view} /> : null}
      {view.status === "ready" && view.mapping ? (
        <>
          <Counts view={view} />
          <Ready
            key={JSON.stringify(view.mapping)}
            view={view}
            mapping={view.mapping}
            slug={slug}
            remap={remap}
            decide={{ confirm, cancel }}
          >
            <Section title={strings.preview}>
              <TabLinks
                label={strings.preview}
                items={shownRows.map((list) => ({
                  href: list === "all" ? base : `${base}?shown=${list}`,
                  label: strings.shown[list],
                  count: list === "all" ? view.rowsRead : view[list],
                  current: list === shown,
                }))}
              />
              <PreviewList rows={preview.rows} />
              <Pager
                newer={after > 0 ? `${base}?shown=${shown}` : null}
                older={preview.next === null ? null : `${base}?shown=${shown}&after=${preview.next}`}
              />
            </Section>
          </Ready>
        </>
      ) : null}
      {view.status === "done" || view.status === "refused" || view.status === "cancelled" ? (
        <Ended view={view} slug={slug} />
      ) : null}
    </>
  );
}

function Counts({ view }: { view: ImportView }) {
  return (
    <div className="mb-8">
      <StatRow>
        <Stat label={strings.counts.accepted} value={view.accepted.toLocaleString("en")} />
        <Stat
          label={strings.counts.duplicates}
          value={view.duplicates.toLocaleString("en")}
          hint={view.duplicates > 0 ? strings.duplicatesHint : undefined}
        />
        <Stat
          label={strings.counts.faulty}
          value={view.faulty.toLocaleString("en")}
          tone={view.faulty > 0 ? "bad" : undefined}
        />
      </StatRow>
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en")} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}
