import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { GuidelinesEditor } from "#components/policies/guidelines-editor.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadGuidelinesDraft } from "#lib/server/policies/guidelines.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { discardDraft, saveDraft } from "../actions.ts";

export const metadata: Metadata = { title: strings.edit.title(strings.guidelines.title) };

export default async function EditGuidelinesPage({ params }: PageProps<"/projects/[slug]/guidelines/edit">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { draft, published } = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.edit");
    return loadGuidelinesDraft(actor, { projectId: project.id });
  });
  return (
    <WidePage>
      <GuidelinesEditor
        address={{ slug }}
        draft={draft}
        isPublished={published !== null}
        save={saveDraft}
        discard={discardDraft}
      />
    </WidePage>
  );
}
