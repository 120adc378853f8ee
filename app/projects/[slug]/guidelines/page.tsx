import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { setGapClosed } from "#app/projects/[slug]/policies/actions.ts";
import { Beside } from "#components/policies/beside.tsx";
import { GapList } from "#components/policies/gap-list.tsx";
import { Markdown } from "#components/policies/markdown.tsx";
import { VersionLines } from "#components/policies/version-lines.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/can.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadGuidelines } from "#lib/server/policies/guidelines.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadGaps } from "#lib/server/reviews/gaps.ts";

const strings = policiesStrings.guidelines;

export const metadata: Metadata = { title: strings.title };

export default async function GuidelinesPage(props: PageProps<"/projects/[slug]/guidelines">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), props.params, props.searchParams]);
  const closed = query.gaps === "closed";
  const { mayEdit, guidelines, found } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "policies.read");
    const mayEdit = can(actor, "policies.edit", role);
    const gaps = { projectId: project.id, kind: "guidelines_gap", closed } as const;
    const [guidelines, found] = await Promise.all([
      loadGuidelines(actor, { projectId: project.id }),
      mayEdit ? loadGaps(actor, gaps) : null,
    ]);
    return { mayEdit, guidelines, found };
  });
  const { current, versions, hasDraft } = guidelines;
  const href = `/projects/${slug}/guidelines`;
  const edit = mayEdit && (
    <LinkButton variant={hasDraft || !current ? "primary" : "secondary"} href={`${href}/edit`}>
      {hasDraft ? policiesStrings.read.continueDraft : current ? policiesStrings.read.edit : strings.write}
    </LinkButton>
  );
  const gapList = found && (found.gaps.length > 0 || found.open > 0 || closed) && (
    <GapList {...found} slug={slug} href={href} closed={closed} setClosed={setGapClosed} />
  );
  if (!current) {
    return (
      <>
        <PageHeader title={strings.title} description={strings.description} />
        <EmptyState title={strings.emptyTitle} action={edit}>
          {mayEdit ? strings.emptyLead : strings.emptyOthers}
        </EmptyState>
        {gapList}
      </>
    );
  }
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} actions={edit} />
      <Beside
        aside={
          <VersionLines
            versions={versions}
            shown={current.version}
            inForce={current.version}
            href={(version) => (version === current.version ? href : `${href}/versions/${version}`)}
          />
        }
      >
        {hasDraft && <Notice className="mb-6">{policiesStrings.read.draftNotice}</Notice>}
        <Markdown text={current.text} />
      </Beside>
      {gapList}
    </>
  );
}
