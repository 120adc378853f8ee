import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { cancelRun, pauseRun, resumeRun, retryRun } from "#app/projects/[slug]/runs/actions.ts";
import { ShiftPlot } from "#components/pairs/shift-plot.tsx";
import { DeliberationsTable } from "#components/runs/deliberations-table.tsx";
import { EstimateTable } from "#components/runs/estimate-table.tsx";
import { Noticed } from "#components/runs/noticed.tsx";
import { Refusals } from "#components/runs/refusals.tsx";
import { RunAgain } from "#components/runs/run-again.tsx";
import { RunPlan } from "#components/runs/run-plan.tsx";
import { RunProgress } from "#components/runs/run-progress.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { can } from "#lib/domain/access/can.ts";
import { checkNames } from "#lib/domain/checks/finding.ts";
import { gaveThoughts, outcomes } from "#lib/domain/deliberation/outcome.ts";
import type { RunProgress as Progress, RunNoticed, RunView } from "#lib/domain/run/view.ts";
import { checkStrings } from "#lib/domain/strings/checks.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { pairStrings, shiftStrings } from "#lib/domain/strings/pairs.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { type DeliberationFilter, listDeliberations } from "#lib/server/deliberations/list.ts";
import { loadShift } from "#lib/server/pairs/shift.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadRun } from "#lib/server/runs/load.ts";
import { loadRunNoticed } from "#lib/server/runs/noticed.ts";
import { loadRunRefusals } from "#lib/server/runs/refusals.ts";

const filters: readonly DeliberationFilter[] = ["open", "failed", ...outcomes, ...checkNames];

type Props = PageProps<"/projects/[slug]/runs/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.runNumber(Number((await params).number)) };
}

export default async function RunPage({ params, searchParams }: Props) {
  const [actor, { slug, number }, query] = await Promise.all([requireActor(), params, searchParams]);
  const shown = filters.find((filter) => filter === query.show) ?? null;
  const after = typeof query.after === "string" ? query.after : null;
  const { run, page, role, refusals, noticed, shift } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "runs.read");
    const run = await loadRun(actor, project.id, addressNumber(number));
    const [page, refusals, noticed, shift] = await Promise.all([
      listDeliberations(actor, run.id, { show: shown, after }),
      loadRunRefusals(actor, run.id),
      loadRunNoticed(actor, run.id),
      run.kind === "belief" ? loadShift(actor, run.id) : null,
    ]);
    return { run, role, page, refusals, noticed, shift };
  });
  const base = `/projects/${slug}/runs/${run.number}`;
  const next = nextAfter(run);
  return (
    <>
      <PageHeader
        title={strings.runNumber(run.number)}
        meta={
          <>
            {run.synthetic ? <Synthetic /> : null}
            <span>
              <b>
                {run.recipe} v{run.recipeVersion}
              </b>
            </span>
            <span>{strings.policySet(run.policySet)}</span>
            {run.createdBy ? <span>{run.createdBy}</span> : null}
            <Time value={run.createdAt} />
          </>
        }
        actions={
          <>
            {can(actor, "runs.start", role) ? (
              <>
                {run.opensReviews ? (
                  <LinkButton href={`/projects/${slug}/runs/new?grade=${run.number}`}>
                    {gradingStrings.gradeRun}
                  </LinkButton>
                ) : null}
                <RunAgain progress={run.progress} href={`/projects/${slug}/runs/new?run=${run.number}`} />
              </>
            ) : null}
            {next ? (
              <LinkButton variant="primary" href={`/projects/${slug}/${next.path}`}>
                {next.label}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {run.synthetic ? <Notice className="mb-6">{strings.syntheticNotice}</Notice> : null}
      <RunProgress
        initial={run.progress}
        streamUrl={`/api${base}/stream`}
        runId={run.id}
        estimate={run.estimate}
        actions={
          can(actor, "runs.control", role)
            ? { pause: pauseRun, resume: resumeRun, cancel: cancelRun, retry: retryRun }
            : null
        }
      />
      {shift ? (
        <Section
          title={shiftStrings.section}
          action={<TextLink href={`/projects/${slug}/pairs`}>{pairStrings.title}</TextLink>}
        >
          <ShiftPlot shift={shift} csvHref={`${base}/faithfulness`} />
        </Section>
      ) : null}
      <Section title={strings.deliberations}>
        <TabLinks label={strings.outcomes} items={tabs(base, run.progress, noticed.counts, shown)} />
        {page.rows.length === 0 ? (
          <p className="py-6 text-ink-2 text-sm">{strings.noneHere}</p>
        ) : (
          <DeliberationsTable rows={page.rows} slug={slug} runNumber={run.number} />
        )}
        <Pager
          newer={after ? `${base}${shown ? `?show=${shown}` : ""}` : null}
          older={page.next === null ? null : `${base}?${shown ? `show=${shown}&` : ""}after=${page.next}`}
        />
      </Section>
      <Noticed noticed={noticed} given={withThoughts(run.progress)} base={base} />
      <Refusals rates={refusals} />
      {run.estimate ? (
        <Section title={strings.estimateAndActual}>
          <div className="max-w-3xl">
            <EstimateTable estimate={run.estimate} actual={run.progress} />
          </div>
          <p className="mt-2.5 max-w-[68ch] text-ink-3 text-xs">{strings.estimateBasis}</p>
        </Section>
      ) : null}
      <RunPlan run={run} base={`/projects/${slug}`} />
    </>
  );
}

/** Where the work goes on with what a run gave; null while it gave nothing, or where that is its page. */
function nextAfter(run: RunView): { path: string; label: string } | null {
  if (withThoughts(run.progress) === 0) return null;
  if (run.opensReviews) return { path: "review", label: strings.toReview };
  switch (run.kind) {
    case "belief":
      return { path: "pairs", label: strings.toPairs };
    case "grading":
      return { path: "insights/quality", label: strings.toFigures };
    case "evaluation":
      return { path: `insights/evaluation?run=${run.number}`, label: strings.toFigures };
    default:
      return null;
  }
}

/** Deliberations that gave a chain of thought. */
function withThoughts({ outcomes: counts }: Progress): number {
  return outcomes.reduce((sum, one) => sum + (gaveThoughts(one) ? (counts[one] ?? 0) : 0), 0);
}

function tabs(
  base: string,
  progress: Progress,
  noticed: RunNoticed["counts"],
  shown: DeliberationFilter | null,
) {
  const { outcomes: counts, inFlight, waiting } = progress;
  const failed = outcomes.reduce((sum, one) => sum + (gaveThoughts(one) ? 0 : (counts[one] ?? 0)), 0);
  const groups = [
    { filter: "open" as const, label: strings.open, count: inFlight + waiting },
    { filter: "failed" as const, label: strings.failed, count: failed },
    ...outcomes.map((outcome) => ({
      filter: outcome,
      label: deliberationPageStrings.outcome[outcome],
      count: counts[outcome] ?? 0,
    })),
    // Reached from what the checks noticed; a tab only while it is shown.
    ...noticed.flatMap(({ check, n }) =>
      check === shown ? [{ filter: check, label: checkStrings.names[check], count: n }] : [],
    ),
  ];
  return [
    { href: base, label: strings.all, current: shown === null },
    ...groups
      .filter(({ count, filter }) => count > 0 || filter === shown)
      .map(({ filter, label, count }) => ({
        href: `${base}?show=${filter}`,
        label,
        count,
        current: filter === shown,
      })),
  ];
}
