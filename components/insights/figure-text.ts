import type { IntervalDatum } from "#components/charts/interval-chart.tsx";
import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";

/** Two places after the point, as agreement is written. */
export const twoPlaces = (value: number) => value.toFixed(2);

/** A share in percent. */
export const percent = (value: number) => `${Math.round(value * 100)} %`;

/** A figure as a dot of a plot. */
export function datumOf(label: string, estimate: Estimate): IntervalDatum {
  return "value" in estimate
    ? { label, value: estimate.value, interval: estimate.interval, remark: strings.n(estimate.n) }
    : { label, value: null, interval: null, remark: strings.undefinedBecause[estimate.undefinedBecause] };
}

/** A figure as a row of a table: what it is of, value, interval, n. */
export function rowOf(label: string, estimate: Estimate, format: (value: number) => string): string[] {
  if (!("value" in estimate)) {
    return [label, strings.undefinedBecause[estimate.undefinedBecause], "", String(estimate.n)];
  }
  const { value, interval, n } = estimate;
  const between = interval ? strings.interval(format(interval[0]), format(interval[1])) : strings.noInterval;
  return [label, format(value), between, n.toLocaleString("en")];
}
