"use client";

import { EstimateChart, type NamedEstimate } from "#components/insights/estimate-chart.tsx";
import { twoPlaces } from "#components/insights/figure-text.ts";
import { partOf } from "#lib/domain/grading/quality-csv.ts";
import type { Quality } from "#lib/domain/grading/quality-view.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";
import { ScoreShares } from "./score-shares.tsx";

/** How two runs compare: differences, means, how often each score was given, and where the difference lies. */
export function QualityPlots({ quality, csv }: { quality: Quality; csv: string }) {
  const { base, other, comparisons, distributions, groups, synthetic } = quality;
  const note = (text: string) => (synthetic ? strings.synthetic(text) : text);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
      <Points
        title={strings.differences(other.number, base.number)}
        summary={note(strings.differencesSummary)}
        estimates={comparisons.map(({ dimension, difference }) => [
          gradingStrings.dimension[dimension],
          difference,
        ])}
        csv={partOf(csv, "scores")}
      />
      <Points
        title={strings.means}
        summary={note(strings.meansSummary)}
        estimates={comparisons.flatMap((one) => [
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
            estimates={rows.map(({ group, difference }) => [nameOf(by, group), difference])}
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
  estimates,
  from,
  to,
  csv,
}: {
  title: string;
  summary: string;
  estimates: readonly NamedEstimate[];
  from?: number;
  to?: number;
  csv: string;
}) {
  const ends = estimates.flatMap(([, one]) => ("value" in one ? [one.value, ...(one.interval ?? [])] : []));
  const half = (value: number) => Math.ceil(Math.max(0.5, value) * 2) / 2;
  return (
    <EstimateChart
      title={title}
      summary={summary}
      estimates={estimates}
      from={from ?? -half(-Math.min(...ends))}
      to={to ?? half(Math.max(...ends))}
      format={twoPlaces}
      csv={csv}
    />
  );
}
