"use client";

import { EstimateChart, type NamedEstimate } from "./estimate-chart.tsx";
import { percent } from "./figure-text.ts";

type DetectionPlotProps = {
  title: string;
  summary?: string;
  rates: readonly NamedEstimate[];
};

/** How well flaws are noticed, as shares with their intervals. */
export function DetectionPlot({ title, summary, rates }: DetectionPlotProps) {
  return <EstimateChart title={title} summary={summary} estimates={rates} format={percent} />;
}
