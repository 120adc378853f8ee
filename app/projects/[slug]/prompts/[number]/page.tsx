import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { eraseContent } from "#app/erase.ts";
import { load } from "#app/load.ts";
import { EraseDialog } from "#components/erase/erase-dialog.tsx";
import { PromptDetail } from "#components/prompts/prompt-detail.tsx";
import { SetAsideDialog } from "#components/prompts/set-aside-dialog.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { can } from "#lib/domain/access/can.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadPrompt } from "#lib/server/prompts/load.ts";
import { setPromptAside } from "./actions.ts";

type Props = PageProps<"/projects/[slug]/prompts/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.promptNumber(Number((await params).number)) };
}

export default async function PromptPage({ params }: Props) {
  const [actor, { slug, number }] = await Promise.all([requireActor(), params]);
  const { prompt, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "prompts.read");
    return { prompt: await loadPrompt(actor, project.id, addressNumber(number)), role };
  });
  return (
    <ReadingPage>
      <PromptDetail
        prompt={prompt}
        slug={slug}
        actions={
          <>
            {can(actor, "prompts.import", role) && !prompt.erased && !prompt.evaluation && (
              <SetAsideDialog slug={slug} number={prompt.number} setAside={setPromptAside} />
            )}
            {can(actor, "content.erase", null) && !prompt.erased && (
              <EraseDialog kind="prompt" id={prompt.id} name={number} erase={eraseContent} />
            )}
            {can(actor, "runs.start", role) && !prompt.erased && !prompt.evaluation && (
              <LinkButton variant="primary" href={`/projects/${slug}/runs/new?prompts=${prompt.number}`}>
                {strings.run}
              </LinkButton>
            )}
          </>
        }
      />
    </ReadingPage>
  );
}
