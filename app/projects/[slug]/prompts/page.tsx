import type { Metadata } from "next";
import { queryNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { PromptFilters } from "#components/prompts/prompt-filters.tsx";
import { PromptsTable } from "#components/prompts/prompts-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/can.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { listCategories, listPrompts } from "#lib/server/prompts/list.ts";

export const metadata: Metadata = { title: strings.title };

export default async function PromptsPage({ params, searchParams }: PageProps<"/projects/[slug]/prompts">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const filter = {
    search: text(query.search),
    category: text(query.category),
    severity: severities.find((severity) => severity === query.severity),
  };
  const after = queryNumber(query.after) ?? 0;
  const { page, categories, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "prompts.read");
    const [page, categories] = await Promise.all([
      listPrompts(actor, project.id, filter, after),
      listCategories(actor, project.id),
    ]);
    return { page, categories, role };
  });
  const base = `/projects/${slug}/prompts`;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const importLink = can(actor, "prompts.import", role) ? (
    <LinkButton variant="primary" href={`${base}/import`}>
      {strings.import}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} actions={importLink} />
      {page.rows.length === 0 && !isFiltered ? (
        <EmptyState title={strings.emptyTitle} action={importLink}>
          {strings.emptyText}
        </EmptyState>
      ) : (
        <>
          <PromptFilters categories={categories} chosen={filter} />
          {page.rows.length === 0 ? (
            <EmptyState
              title={strings.noneFound}
              action={<LinkButton href={base}>{strings.clearFilters}</LinkButton>}
            />
          ) : (
            <PromptsTable
              rows={page.rows}
              slug={slug}
              runFound={isFiltered ? address(`/projects/${slug}/runs/new`, filter, null) : null}
              selectable={can(actor, "runs.start", role)}
            />
          )}
        </>
      )}
      <Pager
        newer={after > 0 ? address(base, filter, null) : null}
        older={page.next === null ? null : address(base, filter, page.next)}
      />
    </>
  );
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function address(base: string, filter: Record<string, string | undefined>, after: number | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (after !== null) query.set("after", String(after));
  return `${base}?${query}`;
}
