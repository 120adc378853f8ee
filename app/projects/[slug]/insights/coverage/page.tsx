import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { CoveragePlots } from "#components/insights/coverage-plots.tsx";
import { CoverageTable } from "#components/insights/coverage-table.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { can } from "#lib/domain/access/can.ts";
import { coverageStrings as strings } from "#lib/domain/strings/coverage.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadCoverage, newestRecords } from "#lib/server/insights/coverage.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function CoveragePage({ params }: PageProps<"/projects/[slug]/insights/coverage">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { coverage, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "records.read");
    return { coverage: await loadCoverage(actor, project.id), role };
  });
  const { rows, titles } = coverage;
  const isEmpty = rows.every(({ records }) => records === 0);
  return (
    <InsightsFrame slug={slug} showsPlanted={can(actor, "records.plant", role)}>
      {isEmpty ? (
        <EmptyState title={strings.emptyTitle}>{strings.emptyText}</EmptyState>
      ) : (
        <>
          <CoveragePlots policies={rows.filter(({ number }) => !number.includes("."))} titles={titles} />
          <Section title={strings.table} className="mt-10">
            <CoverageTable
              rows={rows}
              titles={titles}
              slug={slug}
              reviews={can(actor, "records.review", role)}
            />
            <p className="mt-3 max-w-[72ch] text-xs text-ink-3">
              {strings.method(newestRecords.toLocaleString("en"))}
            </p>
          </Section>
        </>
      )}
    </InsightsFrame>
  );
}
