import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { Beside } from "#components/policies/beside.tsx";
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

const strings = policiesStrings.guidelines;

export const metadata: Metadata = { title: strings.title };

export default async function GuidelinesPage({ params }: PageProps<"/projects/[slug]/guidelines">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { role, guidelines } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "policies.read");
    return { role, guidelines: await loadGuidelines(actor, { projectId: project.id }) };
  });
  const { current, versions, hasDraft } = guidelines;
  const mayEdit = can(actor, "policies.edit", role);
  const href = `/projects/${slug}/guidelines`;
  const edit = mayEdit && (
    <LinkButton variant={hasDraft || !current ? "primary" : "secondary"} href={`${href}/edit`}>
      {hasDraft ? policiesStrings.read.continueDraft : current ? policiesStrings.read.edit : strings.write}
    </LinkButton>
  );
  if (!current) {
    return (
      <>
        <PageHeader title={strings.title} description={strings.description} />
        <EmptyState title={strings.emptyTitle} action={edit}>
          {mayEdit ? strings.emptyLead : strings.emptyOthers}
        </EmptyState>
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
    </>
  );
}
