import type { Metadata } from "next";
import { eraseContent } from "#app/erase.ts";
import { load } from "#app/load.ts";
import { EraseDialog } from "#components/erase/erase-dialog.tsx";
import { PromptDetail } from "#components/prompts/prompt-detail.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { can } from "#lib/domain/access/can.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadPrompt } from "#lib/server/prompts/load.ts";

type Props = PageProps<"/projects/[slug]/prompts/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.promptNumber(Number((await params).number)) };
}

export default async function PromptPage({ params }: Props) {
  const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
  const prompt = await load(async () => {
    const { project } = await requireProject(actor, slug, "prompts.read");
    return loadPrompt(actor, project.id, Number(number));
  });
  return (
    <ReadingPage>
      <PromptDetail
        prompt={prompt}
        slug={slug}
        actions={
          can(actor, "content.erase", null) &&
          !prompt.erased && <EraseDialog kind="prompt" id={prompt.id} name={number} erase={eraseContent} />
        }
      />
    </ReadingPage>
  );
}
