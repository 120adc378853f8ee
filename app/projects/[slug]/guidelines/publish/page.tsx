import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { PublishGuidelines } from "#components/policies/publish-guidelines.tsx";
import { TextDiff } from "#components/policies/text-diff.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { diffParagraphs } from "#lib/domain/policy/diff-paragraphs.ts";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadGuidelinesDraft } from "#lib/server/policies/guidelines.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { publishGuidelines } from "../actions.ts";

export const metadata: Metadata = { title: strings.publish.pageTitle };

type Props = PageProps<"/projects/[slug]/guidelines/publish">;

export default async function PublishGuidelinesPage({ params }: Props) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { draft, published } = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.publish");
    return loadGuidelinesDraft(actor, { projectId: project.id });
  });
  if (draft.version === 0) {
    const back = <LinkButton href={`/projects/${slug}/guidelines/edit`}>{strings.publish.back}</LinkButton>;
    return (
      <ReadingPage>
        <PageHeader title={strings.guidelines.title} />
        <EmptyState title={strings.publish.noDraft} action={back} />
      </ReadingPage>
    );
  }
  const version = (published?.version ?? 0) + 1;
  return (
    <ReadingPage>
      <PageHeader
        title={version === 1 ? strings.guidelines.publishFirst : strings.guidelines.publishTitle(version)}
      />
      <Section title={strings.publish.changes}>
        <TextDiff changes={diffParagraphs(published?.text ?? "", draft.text)} />
      </Section>
      <Section title={strings.publish.touches}>
        <p className="text-sm">{strings.guidelines.touches}</p>
      </Section>
      <PublishGuidelines
        slug={slug}
        draftVersion={draft.version}
        version={version}
        publish={publishGuidelines}
      />
    </ReadingPage>
  );
}
