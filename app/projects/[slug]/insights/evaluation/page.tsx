import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ChooseEvaluations } from "#components/evaluation/choose-evaluations.tsx";
import { EvaluationPlots } from "#components/evaluation/evaluation-plots.tsx";
import { EvaluationTable } from "#components/evaluation/evaluation-table.tsx";
import { InsightsFrame } from "#components/insights/insights-frame.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { evaluationStrings as strings } from "#lib/domain/strings/evaluation.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadEvaluation } from "#lib/server/evaluation/table.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.title };

export default async function EvaluationPage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/insights/evaluation">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const chosen = [query.run ?? []].flat();
  const { runs, table, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "runs.read");
    return { ...(await loadEvaluation(actor, project.id, chosen.map(Number))), role };
  });
  const itself = table.columns.filter(({ judgesItself }) => judgesItself).map(({ number }) => number);
  const csv = `/projects/${slug}/insights/evaluation/csv?${new URLSearchParams(
    table.columns.map(({ number }) => ["run", String(number)]),
  )}`;
  return (
    <InsightsFrame slug={slug} showsPlanted={can(actor, "records.plant", role)}>
      {table.columns.length === 0 ? (
        <EmptyState
          title={strings.emptyTitle}
          action={<LinkButton href={`/projects/${slug}/prompts`}>{strings.toPrompts}</LinkButton>}
        >
          {strings.emptyText}
        </EmptyState>
      ) : (
        <>
          <ChooseEvaluations runs={runs} />
          {table.columns.some(({ synthetic }) => synthetic) && (
            <Notice tone="warn" className="mb-6">
              {strings.synthetic}
            </Notice>
          )}
          {itself.length > 0 && (
            <Notice tone="warn" className="mb-6">
              {strings.judgesItself(itself)}
            </Notice>
          )}
          <EvaluationPlots table={table} />
          <Section
            title={strings.table}
            className="mt-10"
            action={
              <TextLink href={csv} className="text-xs">
                {strings.csv}
              </TextLink>
            }
          >
            <EvaluationTable table={table} />
            {table.columns.map(({ number, unexamined }) =>
              unexamined === 0 ? null : (
                <p key={number} className="mt-2 text-xs text-ink-2">
                  {strings.unexamined(number, unexamined)}
                </p>
              ),
            )}
            <p className="mt-3 max-w-[72ch] text-xs text-ink-3">{strings.method}</p>
          </Section>
        </>
      )}
    </InsightsFrame>
  );
}
