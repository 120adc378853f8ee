import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { PolicyDiff } from "#components/policies/policy-diff.tsx";
import { PublishForm } from "#components/policies/publish-form.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Refused } from "#lib/domain/errors.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { previewPublication } from "#lib/server/policies/publish.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { publishPolicy } from "../../actions.ts";

export const metadata: Metadata = { title: strings.publish.pageTitle };

type Props = PageProps<"/projects/[slug]/policies/[number]/publish">;

export default async function PublishPolicyPage({ params }: Props) {
  const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
  const address = { slug, number: addressNumber(number) };
  const href = `/projects/${slug}/policies/${number}`;
  const preview = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.publish");
    return previewPublication(actor, { projectId: project.id, number: address.number }).catch(whyNot);
  });
  if (typeof preview === "string") {
    return (
      <ReadingPage>
        <PageHeader title={strings.numbered(address.number)} />
        <EmptyState
          title={preview}
          action={<LinkButton href={`${href}/edit`}>{strings.publish.back}</LinkButton>}
        />
      </ReadingPage>
    );
  }
  const { title, diff, impact, draftVersion, nextVersion } = preview;
  const isFirst = nextVersion === 1;
  return (
    <ReadingPage>
      <PageHeader
        title={isFirst ? strings.publish.first(title) : strings.publish.title(title, nextVersion)}
      />
      <Section title={strings.publish.changes}>
        <PolicyDiff diff={diff} citedBy={impact.byClause} />
      </Section>
      <PublishForm
        address={address}
        draftVersion={draftVersion}
        version={nextVersion}
        impact={impact}
        hasAdded={diff.clauses.some(({ change }) => change === "added")}
        publish={publishPolicy}
      />
    </ReadingPage>
  );
}

/** What cannot be published says why in place; who may not see it gets the page for that. */
function whyNot(error: unknown): string {
  if (error instanceof Refused && (error.code === "invalid" || error.code === "conflict"))
    return error.message;
  throw error;
}
