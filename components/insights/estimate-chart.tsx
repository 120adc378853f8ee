"use client";

import type { ReactNode } from "react";
import { IntervalChart } from "#components/charts/interval-chart.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";

export type NamedEstimate = readonly [label: string, estimate: Estimate];

const { what, value, interval, n } = strings.columns;

type EstimateChartProps = {
  title: string;
  summary?: ReactNode;
  estimates: readonly NamedEstimate[];
  /** Heads of the table. */
  columns?: readonly string[];
  /** Ends of the scale, 0 and 1 if not given. */
  from?: number;
  to?: number;
  format: (value: number) => string;
  /** Address of the numbers in full, as CSV. */
  csv?: string;
};

/** Estimates as dots with their intervals, and as a table one click away. */
export function EstimateChart({
  estimates,
  columns = [what, value, interval, n],
  format,
  ...rest
}: EstimateChartProps) {
  return (
    <IntervalChart
      {...rest}
      columns={columns}
      data={estimates.map(datumOf)}
      rows={estimates.map((one) => rowOf(one, format))}
      format={format}
    />
  );
}

function datumOf([label, estimate]: NamedEstimate) {
  return "value" in estimate
    ? { label, value: estimate.value, interval: estimate.interval, remark: strings.n(estimate.n) }
    : { label, value: null, interval: null, remark: strings.undefinedBecause[estimate.undefinedBecause] };
}

function rowOf([label, estimate]: NamedEstimate, format: (value: number) => string): string[] {
  if (!("value" in estimate)) {
    return [label, strings.undefinedBecause[estimate.undefinedBecause], "", String(estimate.n)];
  }
  const { value, interval, n } = estimate;
  const between = interval ? strings.interval(format(interval[0]), format(interval[1])) : strings.noInterval;
  return [label, format(value), between, n.toLocaleString("en")];
}
