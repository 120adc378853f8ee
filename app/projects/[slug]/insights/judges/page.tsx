import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { JudgeSection } from "#components/grading/judge-section.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { judgesStrings as strings } from "#lib/domain/strings/judges.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadJudges } from "#lib/server/grading/judges.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function JudgesPage({ params }: PageProps<"/projects/[slug]/insights/judges">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { judges, leastKappa, synthetic, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "records.read");
    return { ...(await loadJudges(actor, project.id)), role };
  });
  return (
    <InsightsFrame slug={slug} showsPlanted={can(actor, "records.plant", role)}>
      {judges.length === 0 ? (
        <EmptyState
          title={strings.emptyTitle}
          action={
            can(actor, "project.configure", role) && (
              <LinkButton href={`/projects/${slug}/settings`}>{insightStrings.toSettings}</LinkButton>
            )
          }
        >
          {strings.emptyText}
        </EmptyState>
      ) : (
        <>
          {synthetic && (
            <Notice tone="warn" className="mb-6">
              {strings.synthetic}
            </Notice>
          )}
          {judges.map((agreement) => (
            <JudgeSection key={agreement.judge} agreement={agreement} leastKappa={leastKappa} />
          ))}
          <p className="max-w-[72ch] text-xs text-ink-3">
            {strings.method} <TextLink href={`/projects/${slug}/insights/judges/csv`}>{strings.csv}</TextLink>
          </p>
        </>
      )}
    </InsightsFrame>
  );
}
