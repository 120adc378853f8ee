import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { ArchivedNotice, ArchivePolicy } from "#components/policies/archive-policy.tsx";
import { Beside } from "#components/policies/beside.tsx";
import { PolicyText } from "#components/policies/policy-text.tsx";
import { VersionLines } from "#components/policies/version-lines.tsx";
import { VersionMeta } from "#components/policies/version-meta.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/can.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { previewArchive } from "#lib/server/policies/archive.ts";
import { loadPolicy } from "#lib/server/policies/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { archivePolicy, restorePolicy } from "../actions.ts";

type Props = PageProps<"/projects/[slug]/policies/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.numbered(Number((await params).number)) };
}

export default async function PolicyPage({ params }: Props) {
  const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
  const address = { slug, number: addressNumber(number) };
  const { policy, mayEdit, touches } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "policies.read");
    const here = { projectId: project.id, number: address.number };
    const policy = await loadPolicy(actor, here);
    const mayEdit = can(actor, "policies.edit", role);
    const mayArchive = can(actor, "policies.publish", role) && policy.archivedAt === null;
    return { policy, mayEdit, touches: mayArchive ? (await previewArchive(actor, here)).citing : null };
  });
  const { current } = policy;
  const href = `/projects/${slug}/policies/${number}`;
  const title = current?.text.title ?? strings.numbered(policy.number);

  return (
    <>
      <PageHeader
        title={title}
        meta={
          current && (
            <>
              <span>{strings.numbered(policy.number)}</span>
              <span>{strings.clauses(current.text.clauses.length)}</span>
              <VersionMeta shown={current} newest={current.version} />
            </>
          )
        }
        actions={
          mayEdit && (
            <>
              {touches && (
                <ArchivePolicy address={address} title={title} touches={touches} archive={archivePolicy} />
              )}
              {policy.archivedAt === null && (
                <LinkButton variant={policy.hasDraft ? "primary" : "secondary"} href={`${href}/edit`}>
                  {policy.hasDraft ? strings.read.continueDraft : strings.read.edit}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {policy.archivedAt !== null && (
        <ArchivedNotice address={address} restore={mayEdit ? restorePolicy : null} />
      )}
      {current ? (
        <Beside
          aside={
            <VersionLines
              versions={policy.versions}
              shown={current.version}
              inForce={policy.archivedAt === null ? current.version : null}
              href={(version) => (version === current.version ? href : `${href}/versions/${version}`)}
            />
          }
        >
          {policy.hasDraft && <Notice className="mb-6">{strings.read.draftNotice}</Notice>}
          <PolicyText text={current.text} />
        </Beside>
      ) : (
        <EmptyState title={strings.read.neverPublished} />
      )}
    </>
  );
}
