import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { Beside } from "#components/policies/beside.tsx";
import { CompareWith } from "#components/policies/compare-with.tsx";
import { Markdown } from "#components/policies/markdown.tsx";
import { TextDiff } from "#components/policies/text-diff.tsx";
import { VersionLines } from "#components/policies/version-lines.tsx";
import { VersionMeta } from "#components/policies/version-meta.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { diffParagraphs } from "#lib/domain/policy/diff-paragraphs.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadGuidelines, loadGuidelinesVersion } from "#lib/server/policies/guidelines.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/guidelines/versions/[version]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${strings.guidelines.title}, ${strings.version(Number((await params).version))}` };
}

export default async function GuidelinesVersionPage({ params, searchParams }: Props) {
  const [actor, { slug, version }, { against }] = await Promise.all([requireActor(), params, searchParams]);
  const { versions, shown, other } = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.read");
    const projectId = project.id;
    const [{ versions }, shown] = await Promise.all([
      loadGuidelines(actor, { projectId }),
      loadGuidelinesVersion(actor, { projectId, version: addressNumber(version) }),
    ]);
    const other = against
      ? await loadGuidelinesVersion(actor, { projectId, version: addressNumber(String(against)) })
      : null;
    return { versions, shown, other };
  });
  const href = `/projects/${slug}/guidelines`;
  const newest = versions[0]?.version;
  return (
    <>
      <PageHeader title={strings.guidelines.title} meta={<VersionMeta shown={shown} newest={newest} />} />
      <Beside
        aside={
          <VersionLines
            versions={versions}
            shown={shown.version}
            inForce={newest ?? null}
            href={(version) => (version === newest ? href : `${href}/versions/${version}`)}
          />
        }
      >
        <CompareWith
          href={`${href}/versions/${shown.version}`}
          versions={versions.map((line) => line.version).filter((line) => line !== shown.version)}
          against={other?.version ?? null}
        />
        {other ? (
          <TextDiff changes={diffParagraphs(other.text, shown.text)} />
        ) : (
          <Markdown text={shown.text} />
        )}
      </Beside>
    </>
  );
}
