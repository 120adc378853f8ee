"use client";

import { percent } from "#lib/domain/strings/words.ts";
import { EstimateChart, type NamedEstimate } from "./estimate-chart.tsx";

type DetectionPlotProps = {
  title: string;
  summary?: string;
  rates: readonly NamedEstimate[];
};

/** How well flaws are noticed, as shares with their intervals. */
export function DetectionPlot({ title, summary, rates }: DetectionPlotProps) {
  return <EstimateChart title={title} summary={summary} estimates={rates} format={percent} />;
}
