"use client";

import { IntervalChart } from "#components/charts/interval-chart.tsx";
import { datumOf, rowOf, twoPlaces } from "#components/insights/figure-text.ts";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { partOf } from "#lib/domain/grading/quality-csv.ts";
import type { Quality } from "#lib/domain/grading/quality-view.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";
import { ScoreShares } from "./score-shares.tsx";

type Named = readonly [label: string, estimate: Estimate];

/** How two runs compare: differences, means, how often each score was given, and where the difference lies. */
export function QualityPlots({ quality, csv }: { quality: Quality; csv: string }) {
  const { base, other, comparisons, distributions, groups, synthetic } = quality;
  const note = (text: string) => (synthetic ? strings.synthetic(text) : text);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
      <Points
        title={strings.differences(other.number, base.number)}
        summary={note(strings.differencesSummary)}
        named={comparisons.map(({ dimension, difference }) => [
          gradingStrings.dimension[dimension],
          difference,
        ])}
        csv={partOf(csv, "scores")}
      />
      <Points
        title={strings.means}
        summary={note(strings.meansSummary)}
        named={comparisons.flatMap((one) => [
          [strings.of(gradingStrings.dimension[one.dimension], base.number), one.base] as const,
          [strings.of(gradingStrings.dimension[one.dimension], other.number), one.other] as const,
        ])}
        from={1}
        to={5}
        csv={partOf(csv, "scores")}
      />
      <ScoreShares
        title={strings.distributions}
        summary={note(strings.distributionsSummary)}
        distributions={distributions}
        base={base.number}
        other={other.number}
        csv={partOf(csv, "distributions")}
      />
      {groups.map(({ by, rows }) =>
        rows.length === 0 ? null : (
          <Points
            key={by}
            title={strings.by[by]}
            summary={note(strings.bySummary)}
            named={rows.map(({ group, difference }) => [nameOf(by, group), difference])}
            csv={partOf(csv, by)}
          />
        ),
      )}
    </div>
  );
}

function nameOf(by: Quality["groups"][number]["by"], group: string): string {
  if (by === "policy") return strings.policy(group);
  const outcomes: Readonly<Record<string, string>> = deliberationPageStrings.outcome;
  return by === "outcome" ? (outcomes[group] ?? group) : group;
}

/** Estimates on one scale: a given one, or one around 0 that holds all intervals. */
function Points({
  title,
  summary,
  named,
  from,
  to,
  csv,
}: {
  title: string;
  summary: string;
  named: readonly Named[];
  from?: number;
  to?: number;
  csv: string;
}) {
  const ends = named.flatMap(([, one]) => ("value" in one ? [one.value, ...(one.interval ?? [])] : []));
  const half = (value: number) => Math.ceil(Math.max(0.5, value) * 2) / 2;
  const { columns } = insightStrings;
  return (
    <IntervalChart
      title={title}
      summary={summary}
      columns={[columns.what, columns.value, columns.interval, columns.n]}
      data={named.map(([label, one]) => datumOf(label, one))}
      rows={named.map(([label, one]) => rowOf(label, one, twoPlaces))}
      from={from ?? -half(-Math.min(...ends))}
      to={to ?? half(Math.max(...ends))}
      format={twoPlaces}
      csv={csv}
    />
  );
}
