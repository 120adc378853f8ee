import type { Metadata } from "next";
import { z } from "zod";
import { load } from "#app/load.ts";
import { PairsTable } from "#components/pairs/pairs-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { can } from "#lib/domain/access/can.ts";
import { pairStatuses } from "#lib/domain/preference/view.ts";
import { pairStrings as strings } from "#lib/domain/strings/pairs.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listPairs } from "#lib/server/pairs/list.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

const Query = z.object({
  status: z.enum(pairStatuses).catch("proposed"),
  before: z.uuid().optional().catch(undefined),
});

export default async function PairsPage({ params, searchParams }: PageProps<"/projects/[slug]/pairs">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { status, before } = Query.parse(query);
  const { role, page, hasOthers } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "runs.read");
    const listed = (one: typeof status) => listPairs(actor, { projectId: project.id, status: one, before });
    const page = await listed(status);
    const others = pairStatuses.filter((one) => one !== status);
    const hasOthers =
      page.pairs.length > 0 || (await Promise.all(others.map(listed))).some(({ pairs }) => pairs.length > 0);
    return { role, page, hasOthers };
  });
  const href = `/projects/${slug}/pairs`;
  const address = `${href}?status=${status}`;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} />
      {hasOthers ? (
        <>
          <TabLinks
            label={strings.statuses}
            items={pairStatuses.map((one) => ({
              href: `${href}?status=${one}`,
              label: strings.status[one],
              current: one === status,
            }))}
          />
          <p className="my-4 max-w-[70ch] text-ink-2 text-sm">
            {page.pairs.length > 0 ? strings.scoresHint : strings.noneOf[status]}
          </p>
          {page.pairs.length > 0 ? <PairsTable pairs={page.pairs} slug={slug} /> : null}
        </>
      ) : (
        <EmptyState
          title={strings.empty.title}
          action={
            can(actor, "runs.start", role) && (
              <LinkButton href={`/projects/${slug}/runs/new`}>{strings.empty.start}</LinkButton>
            )
          }
        >
          {strings.empty.text}
        </EmptyState>
      )}
      <Pager
        newer={before ? address : null}
        older={page.next === null ? null : `${address}&before=${page.next}`}
      />
    </>
  );
}
