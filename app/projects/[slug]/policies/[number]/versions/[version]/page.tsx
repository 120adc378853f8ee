import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { Beside } from "#components/policies/beside.tsx";
import { CompareWith } from "#components/policies/compare-with.tsx";
import { PolicyDiff } from "#components/policies/policy-diff.tsx";
import { PolicyText } from "#components/policies/policy-text.tsx";
import { VersionLines } from "#components/policies/version-lines.tsx";
import { VersionMeta } from "#components/policies/version-meta.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { diffPolicies } from "#lib/domain/policy/diff.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadPolicy, loadPolicyVersion } from "#lib/server/policies/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/policies/[number]/versions/[version]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, version } = await params;
  return { title: `${strings.numbered(Number(number))}, ${strings.version(Number(version))}` };
}

export default async function PolicyVersionPage({ params, searchParams }: Props) {
  const [actor, { slug, number, version }, { against }] = await Promise.all([
    requireActor(),
    params,
    searchParams,
  ]);
  const { policy, shown, other } = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.read");
    const address = { projectId: project.id, number: addressNumber(number) };
    const [policy, shown] = await Promise.all([
      loadPolicy(actor, address),
      loadPolicyVersion(actor, { ...address, version: addressNumber(version) }),
    ]);
    const other = against
      ? await loadPolicyVersion(actor, { ...address, version: addressNumber(String(against)) })
      : null;
    return { policy, shown, other };
  });
  const href = `/projects/${slug}/policies/${number}`;
  const newest = policy.versions[0]?.version;

  return (
    <>
      <PageHeader
        title={shown.text.title}
        meta={
          <>
            <span>{strings.numbered(policy.number)}</span>
            <VersionMeta shown={shown} newest={newest} />
          </>
        }
      />
      <Beside
        aside={
          <VersionLines
            versions={policy.versions}
            shown={shown.version}
            inForce={policy.archivedAt === null ? (newest ?? null) : null}
            href={(version) => (version === newest ? href : `${href}/versions/${version}`)}
          />
        }
      >
        <CompareWith
          href={`${href}/versions/${shown.version}`}
          versions={policy.versions.map((line) => line.version).filter((line) => line !== shown.version)}
          against={other?.version ?? null}
        />
        {other ? (
          <PolicyDiff diff={diffPolicies(other.text, shown.text)} />
        ) : (
          <PolicyText text={shown.text} />
        )}
      </Beside>
    </>
  );
}
