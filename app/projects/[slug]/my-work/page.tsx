import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { DetectionPlot } from "#components/insights/detection-plot.tsx";
import { WorkList } from "#components/insights/work-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadMyWork } from "#lib/server/insights/my-work.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const strings = insightStrings.work;

export const metadata: Metadata = { title: strings.title };

export default async function MyWorkPage({ params, searchParams }: PageProps<"/projects/[slug]/my-work">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const cursor = typeof query.older === "string" ? query.older : null;
  const { rows, older, detection } = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.review");
    return loadMyWork(actor, project.id, cursor);
  });
  const base = `/projects/${slug}/my-work`;
  const showsDetection = detection.hits.n + detection.falseAlarms.n > 0;
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} />
      {rows.length === 0 ? (
        <EmptyState
          title={strings.none}
          action={<LinkButton href={`/projects/${slug}/review`}>{strings.toReview}</LinkButton>}
        >
          {strings.noneText}
        </EmptyState>
      ) : (
        <>
          {showsDetection && !cursor && (
            <Section title={insightStrings.detection}>
              <DetectionPlot
                title={insightStrings.detectionPrivate}
                summary={insightStrings.detectionSummary}
                rates={[
                  [insightStrings.hits, detection.hits],
                  [insightStrings.falseAlarms, detection.falseAlarms],
                ]}
              />
            </Section>
          )}
          <Section title={strings.reviews}>
            <WorkList rows={rows} slug={slug} />
          </Section>
        </>
      )}
      <Pager newer={cursor && base} older={older && `${base}?older=${older}`} />
    </>
  );
}
