import { BarChart } from "#components/charts/bar-chart.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { outcomeColour } from "#components/runs/outcome-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { outcomes } from "#lib/domain/deliberation/outcome.ts";
import type { Overview } from "#lib/domain/project/home.ts";
import { recordStatuses } from "#lib/domain/record/status.ts";
import { formatCost } from "#lib/domain/run/format.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { homeStrings as strings } from "#lib/domain/strings/home.ts";

/** How good it is, as far as the project's own numbers tell: plots first, tables behind them. */
export function Figures({ overview, slug }: { overview: Overview; slug: string }) {
  const records = recordStatuses.filter((status) => (overview.records[status] ?? 0) > 0);
  const ended = outcomes.filter((outcome) => (overview.outcomes[outcome] ?? 0) > 0);
  const approved = overview.approvedByDay.reduce((sum, day) => sum + day.n, 0);
  return (
    <Section title={strings.records}>
      {overview.synthetic ? <Notice className="mb-4">{strings.syntheticNotice}</Notice> : null}
      <StatRow>
        <Stat
          label={strings.prompts}
          value={overview.prompts.toLocaleString("en")}
          href={`/projects/${slug}/prompts`}
        />
        {records.map((status) => (
          <Stat
            key={status}
            label={strings.status[status]}
            value={(overview.records[status] ?? 0).toLocaleString("en")}
            href={`/projects/${slug}/review?list=${status}`}
          />
        ))}
        {overview.costPerApproved === null ? null : (
          <Stat label={strings.costPerApproved} value={formatCost(overview.costPerApproved)} />
        )}
      </StatRow>
      {records.length === 0 ? <p className="mt-3 text-ink-2 text-sm">{strings.recordsNone}</p> : null}
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-9 lg:grid-cols-2">
        {ended.length > 0 ? (
          <BarChart
            title={strings.outcomes}
            columns={[strings.outcome, strings.deliberations]}
            data={ended.map((outcome) => ({
              label: deliberationPageStrings.outcome[outcome],
              value: overview.outcomes[outcome] ?? 0,
              colour: outcomeColour[outcome],
            }))}
          />
        ) : null}
        {overview.removed.length > 0 ? (
          <BarChart
            title={strings.removed}
            summary={strings.removedOver(overview.removedOver)}
            columns={[strings.label, strings.thoughts]}
            data={overview.removed.map(({ label, n }) => ({
              label: deliberationPageStrings.label[label],
              value: n,
              colour: "refiner",
            }))}
          />
        ) : null}
        {approved > 0 ? (
          <LineChart
            title={strings.approvedByDay}
            summary={strings.approvedSum(approved)}
            axis={strings.day}
            places={overview.approvedByDay.map(({ day }) => dayAndMonth.format(new Date(day)))}
            series={[{ label: strings.approvals, values: overview.approvedByDay.map(({ n }) => n) }]}
          />
        ) : null}
      </div>
    </Section>
  );
}

const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
