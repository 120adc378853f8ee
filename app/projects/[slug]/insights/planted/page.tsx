import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { DetectionPlot } from "#components/insights/detection-plot.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { PlantForm, SourceForm } from "#components/insights/plant-form.tsx";
import { PlantedRate } from "#components/insights/planted-rate.tsx";
import { PlantedTable } from "#components/insights/planted-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { shellStrings } from "#lib/domain/strings/shell.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadPlanted } from "#lib/server/planted/load.ts";
import { loadPlantSource } from "#lib/server/planted/source.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { chooseSource, plantRecord, savePlantedPercent, takeOutPlanted } from "./actions.ts";

const strings = insightStrings.planted;

export const metadata: Metadata = { title: shellStrings.planted };

type Props = PageProps<"/projects/[slug]/insights/planted">;

export default async function PlantedPage({ params, searchParams }: Props) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const from = typeof query.from === "string" ? query.from : null;
  const { planted, source } = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.plant");
    const [planted, source] = await Promise.all([
      loadPlanted(actor, project.id),
      from === null ? null : loadPlantSource(actor, project.id, from),
    ]);
    return { planted, source };
  });
  const rates = planted.people.flatMap(({ name, detection }) => [
    [strings.hitsOf(name), detection.hits] as const,
    [strings.falseAlarmsOf(name), detection.falseAlarms] as const,
  ]);
  return (
    <InsightsFrame slug={slug} showsPlanted>
      <p className="mb-6 max-w-[68ch] text-sm text-ink-2">{strings.description}</p>
      <div className="grid grid-cols-1 gap-x-12 lg:grid-cols-2">
        <Section title={strings.rate}>
          <PlantedRate slug={slug} percent={planted.percent} save={savePlantedPercent} />
        </Section>
        <Section title={strings.plant}>
          {source ? (
            <PlantForm key={source.ref} slug={slug} source={source} plant={plantRecord} />
          ) : (
            <SourceForm slug={slug} choose={chooseSource} />
          )}
        </Section>
      </div>
      <Section title={strings.planted}>
        {planted.rows.length === 0 ? (
          <EmptyState title={strings.none}>{strings.noneText}</EmptyState>
        ) : (
          <PlantedTable slug={slug} rows={planted.rows} takeOut={takeOutPlanted} />
        )}
      </Section>
      {planted.rows.length > 0 && (
        <Section title={insightStrings.detection}>
          {rates.length === 0 ? (
            <p className="text-sm text-ink-2">{strings.noOne}</p>
          ) : (
            <DetectionPlot title={strings.byPerson} summary={strings.byPersonSummary} rates={rates} />
          )}
        </Section>
      )}
    </InsightsFrame>
  );
}
