import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { DeliberationPage } from "#components/deliberation/deliberation-page.tsx";
import { shellStrings } from "#lib/domain/strings/shell.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { loadNoticed } from "#lib/server/deliberations/load-noticed.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/runs/[number]/[prompt]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, prompt } = await params;
  return { title: shellStrings.crumbs.deliberation(`${Number(number)}.${Number(prompt)}`) };
}

export default async function Page({ params }: Props) {
  const [actor, { slug, number, prompt }] = await Promise.all([requireActor(), params]);
  const { deliberation, noticed } = await load(async () => {
    const { project } = await requireProject(actor, slug, "runs.read");
    const address = [project.id, addressNumber(number), addressNumber(prompt)] as const;
    const deliberation = await loadDeliberation(actor, ...address);
    return { deliberation, noticed: await loadNoticed(actor, ...address) };
  });
  return (
    <DeliberationPage
      initial={deliberation}
      noticed={noticed}
      slug={slug}
      streamUrl={`/api/projects/${slug}/runs/${number}/${prompt}/stream`}
    />
  );
}
