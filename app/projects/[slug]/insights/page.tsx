import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { Figures } from "#components/home/figures.tsx";
import { AgreementPlots } from "#components/insights/agreement-plots.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadAgreement } from "#lib/server/insights/agreement.ts";
import { loadHome } from "#lib/server/projects/home.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function InsightsPage({ params }: PageProps<"/projects/[slug]/insights">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { agreement, overview, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "records.read");
    const [agreement, home] = await Promise.all([
      loadAgreement(actor, project.id),
      loadHome(actor, project.id),
    ]);
    return { agreement, overview: home.overview, role };
  });
  const mayConfigure = can(actor, "project.configure", role);
  return (
    <InsightsFrame slug={slug} showsPlanted={can(actor, "records.plant", role)}>
      {agreement.rounds === 0 ? (
        <EmptyState
          title={strings.noAgreement}
          action={
            mayConfigure && <LinkButton href={`/projects/${slug}/settings`}>{strings.toSettings}</LinkButton>
          }
        >
          {strings.noAgreementText}
        </EmptyState>
      ) : (
        <Section
          title={strings.agreement}
          action={
            <TextLink href={`/projects/${slug}/insights/agreement`} className="text-xs">
              {strings.csv}
            </TextLink>
          }
        >
          <AgreementPlots agreement={agreement} names={agreement.names} />
          <p className="mt-5 max-w-[68ch] text-xs text-ink-3">{strings.method}</p>
        </Section>
      )}
      <div className="mt-10">{overview && <Figures overview={overview} slug={slug} />}</div>
    </InsightsFrame>
  );
}
