import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { PolicyEditor } from "#components/policies/policy-editor.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { policiesStrings as strings } from "#lib/domain/strings/policies.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadPolicyDraft } from "#lib/server/policies/draft.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { discardDraft, saveDraft } from "../../actions.ts";

type Props = PageProps<"/projects/[slug]/policies/[number]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.edit.title(strings.numbered(Number((await params).number))) };
}

export default async function EditPolicyPage({ params }: Props) {
  const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
  const address = { slug, number: addressNumber(number) };
  const { draft, numbering, published } = await load(async () => {
    const { project } = await requireProject(actor, slug, "policies.edit");
    return loadPolicyDraft(actor, { projectId: project.id, number: address.number });
  });
  return (
    <WidePage>
      <PolicyEditor
        address={address}
        draft={draft}
        numbering={numbering}
        isPublished={published !== null}
        save={saveDraft}
        discard={discardDraft}
      />
    </WidePage>
  );
}
