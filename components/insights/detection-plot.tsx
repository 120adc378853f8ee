"use client";

import { IntervalChart } from "#components/charts/interval-chart.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import { datumOf, percent, rowOf } from "./figure-text.ts";

const { columns } = strings;

type DetectionPlotProps = {
  title: string;
  summary?: string;
  rates: readonly (readonly [label: string, Estimate])[];
};

/** How well flaws are noticed, as shares with their intervals. */
export function DetectionPlot({ title, summary, rates }: DetectionPlotProps) {
  return (
    <IntervalChart
      title={title}
      summary={summary}
      columns={[columns.what, columns.value, columns.interval, columns.n]}
      data={rates.map(([label, rate]) => datumOf(label, rate))}
      rows={rates.map(([label, rate]) => rowOf(label, rate, percent))}
      format={percent}
    />
  );
}
