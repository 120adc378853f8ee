import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ChooseRuns } from "#components/grading/choose-runs.tsx";
import { PreferencePlot } from "#components/grading/preference-plot.tsx";
import { QualityPlots } from "#components/grading/quality-plots.tsx";
import { QualityTable } from "#components/grading/quality-table.tsx";
import { YieldPlots } from "#components/grading/yield-plots.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { partOf } from "#lib/domain/grading/quality-csv.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { judgesStrings } from "#lib/domain/strings/judges.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";
import { listed } from "#lib/domain/strings/words.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadQuality } from "#lib/server/grading/quality.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function QualityPage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/insights/quality">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { runs, quality, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "runs.read");
    const choice = { base: Number(query.base), other: Number(query.other) };
    return { ...(await loadQuality(actor, project.id, choice)), role };
  });
  const csv = `/projects/${slug}/insights/quality/csv?base=${quality?.base.number}&other=${quality?.other.number}`;
  return (
    <InsightsFrame slug={slug} showsPlanted={can(actor, "records.plant", role)}>
      {quality ? (
        <>
          <ChooseRuns runs={runs} base={quality.base} other={quality.other} />
          {quality.synthetic && (
            <Notice tone="warn" className="mb-6">
              {strings.syntheticNotice}
            </Notice>
          )}
          {Object.entries(quality.unfit).map(([judge, dimensions]) => (
            <Notice key={judge} tone="warn" className="mb-6">
              {judgesStrings.unfitNotice(
                judge,
                listed(dimensions.map((dimension) => gradingStrings.dimension[dimension].toLowerCase())),
              )}
            </Notice>
          ))}
          {quality.prompts === 0 ? (
            <p className="text-sm text-ink-2">{strings.nothingShared}</p>
          ) : (
            <>
              <QualityPlots quality={quality} csv={csv} />
              {quality.preferences.length > 0 && (
                <PreferencePlot quality={quality} csv={partOf(csv, "preference")} />
              )}
              <Section
                title={strings.table(quality.prompts)}
                className="mt-10"
                action={
                  <TextLink href={csv} className="text-xs">
                    {strings.csv}
                  </TextLink>
                }
              >
                <QualityTable quality={quality} />
                <p className="mt-3 max-w-[72ch] text-xs text-ink-3">{strings.method}</p>
              </Section>
            </>
          )}
          <YieldPlots quality={quality} csv={csv} />
        </>
      ) : (
        <EmptyState
          title={strings.emptyTitle}
          action={<LinkButton href={`/projects/${slug}/runs`}>{strings.toRuns}</LinkButton>}
        >
          {strings.emptyText}
        </EmptyState>
      )}
    </InsightsFrame>
  );
}
