import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ExposureTotals } from "#components/exposure/totals.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadExposureTotals } from "#lib/server/exposure/totals.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: exposureStrings.totals.title };

export default async function ExposureTotalsPage({
  params,
}: PageProps<"/projects/[slug]/insights/exposure">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const totals = await load(async () => {
    const { project } = await requireProject(actor, slug, "exposure.totals");
    return loadExposureTotals(actor, project.id);
  });
  return (
    <InsightsFrame slug={slug} showsPlanted>
      <ExposureTotals {...totals} />
    </InsightsFrame>
  );
}
