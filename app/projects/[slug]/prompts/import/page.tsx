import type { Metadata } from "next";
import { queryNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { ImportsTable } from "#components/imports/imports-table.tsx";
import { Upload } from "#components/imports/upload.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { importPageStrings as strings } from "#lib/domain/strings/import-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listImports } from "#lib/server/imports/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function NewImportPage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/prompts/import">) {
  const [actor, { slug }, { before }] = await Promise.all([requireActor(), params, searchParams]);
  const page = await load(async () => {
    const { project } = await requireProject(actor, slug, "prompts.import");
    return listImports(actor, project.id, queryNumber(before));
  });
  const base = `/projects/${slug}/prompts/import`;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} />
      <div className="mb-10 max-w-2xl">
        <Upload url={`/api/projects/${slug}/imports`} slug={slug} />
      </div>
      {page.rows.length > 0 ? (
        <Section title={strings.recent}>
          <ImportsTable rows={page.rows} slug={slug} />
          <Pager
            newer={before ? base : null}
            older={page.next === null ? null : `${base}?before=${page.next}`}
          />
        </Section>
      ) : null}
    </>
  );
}
