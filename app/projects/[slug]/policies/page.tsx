import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { GapList } from "#components/policies/gap-list.tsx";
import { NewPolicy } from "#components/policies/new-policy.tsx";
import { PoliciesTable } from "#components/policies/policies-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { can } from "#lib/domain/access/can.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listPolicies } from "#lib/server/policies/list.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadGaps } from "#lib/server/reviews/gaps.ts";
import { createPolicy, setGapClosed } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

export default async function PoliciesPage({ params, searchParams }: PageProps<"/projects/[slug]/policies">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const closed = query.gaps === "closed";
  const { mayEdit, role, list, found } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "policies.read");
    const mayEdit = can(actor, "policies.edit", role);
    const gaps = { projectId: project.id, kind: "policy_gap", closed } as const;
    const [list, found] = await Promise.all([
      listPolicies(actor, project.id),
      mayEdit ? loadGaps(actor, gaps) : null,
    ]);
    return { mayEdit, role, list, found };
  });
  const add = mayEdit ? <NewPolicy slug={slug} create={createPolicy} /> : null;
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        meta={
          list.set ? (
            <span>
              <b>{strings.set(list.set.number)}</b> {strings.setSince}{" "}
              <Time value={list.set.since} format="date" />
            </span>
          ) : (
            strings.noSet
          )
        }
        actions={list.policies.length > 0 && add}
      />
      {list.stale > 0 && (
        <Notice
          tone="warn"
          className="mb-6"
          action={
            can(actor, "records.review", role) && (
              <LinkButton size="sm" href={`/projects/${slug}/review`}>
                {strings.stale.toQueue}
              </LinkButton>
            )
          }
        >
          {strings.stale.notice(list.stale)}
        </Notice>
      )}
      {list.policies.length === 0 ? (
        <EmptyState title={strings.empty.title} action={add}>
          {mayEdit ? strings.empty.lead : strings.empty.others}
        </EmptyState>
      ) : (
        <PoliciesTable policies={list.policies} href={`/projects/${slug}/policies`} />
      )}
      {found && (found.gaps.length > 0 || found.open > 0 || closed) && (
        <GapList
          {...found}
          slug={slug}
          href={`/projects/${slug}/policies`}
          closed={closed}
          setClosed={setGapClosed}
        />
      )}
    </>
  );
}
