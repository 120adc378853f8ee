import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { DeliberationPage } from "#components/deliberation/deliberation-page.tsx";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/runs/[number]/[prompt]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, prompt } = await params;
  return { title: `${Number(number)}.${Number(prompt)}` };
}

export default async function Page({ params }: Props) {
  const [actor, { slug, number, prompt }] = await Promise.all([requireActor(), params]);
  const deliberation = await load(async () => {
    const { project } = await requireProject(actor, slug, "runs.read");
    return loadDeliberation(actor, project.id, Number(number), Number(prompt));
  });
  return (
    <DeliberationPage
      initial={deliberation}
      slug={slug}
      streamUrl={`/api/projects/${slug}/runs/${number}/${prompt}/stream`}
    />
  );
}
