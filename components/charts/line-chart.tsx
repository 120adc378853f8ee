"use client";

import type { ReactNode } from "react";
import {
  CartesianGrid,
  Line,
  LineChart as Recharts,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { type ChartColour, paint } from "./chart-colour.ts";
import { ChartFrame } from "./chart-frame.tsx";

export type LineSeries = {
  label: string;
  colour?: ChartColour;
  /** One value for each place on the x axis; null where there is none. */
  values: readonly (number | null)[];
};

type LineChartProps = {
  title: string;
  summary?: ReactNode;
  /** What the places on the x axis are, such as “Day”. */
  axis: string;
  places: readonly string[];
  series: readonly LineSeries[];
};

/** Amounts over time as lines, each named at its end instead of in a legend. */
export function LineChart({ title, summary, axis, places, series }: LineChartProps) {
  const data = places.map((place, at) => ({ place, ...series.map(({ values }) => values[at] ?? null) }));
  const rows = places.map((place, at) => [
    place,
    ...series.map(({ values }) => (values[at] == null ? "" : grouped(values[at]))),
  ]);
  const isNamed = series.length > 1;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      columns={[axis, ...series.map(({ label }) => label)]}
      rows={rows}
    >
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
        <Recharts
          data={data}
          margin={{ top: 8, right: isNamed ? 84 : 12, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="place"
            axisLine={{ stroke: "var(--line-strong)" }}
            tickLine={false}
            tick={tick}
            minTickGap={28}
            tickMargin={6}
          />
          <YAxis
            width={44}
            axisLine={false}
            tickLine={false}
            tick={tick}
            tickCount={4}
            allowDecimals={false}
            tickFormatter={grouped}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-strong)" }}
            contentStyle={tooltipStyle}
            formatter={(value, name) => [grouped(Number(value)), series[Number(name)]?.label ?? ""]}
          />
          {series.map(({ label, colour = "accent", values }, at) => (
            <Line
              key={label}
              dataKey={String(at)}
              type="linear"
              stroke={paint(colour)}
              strokeWidth={2}
              dot={false}
              activeDot={{ r: 3.5, strokeWidth: 0 }}
              isAnimationActive={false}
              label={
                isNamed
                  ? endLabel(
                      label,
                      paint(colour),
                      values.findLastIndex((value) => value !== null),
                    )
                  : false
              }
            />
          ))}
        </Recharts>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

/** Writes a line's name behind its last point. */
function endLabel(label: string, fill: string, last: number) {
  return function EndLabel({ x, y, index }: { x?: number | string; y?: number | string; index?: number }) {
    if (index !== last) return null;
    return (
      <text x={Number(x) + 8} y={y} dy="0.35em" fill={fill} fontSize={12} fontWeight={550}>
        {label}
      </text>
    );
  };
}

const height = 180;
const grouped = (value: number) => value.toLocaleString("en");
const tick = { fill: "var(--ink-3)", fontSize: 12 };
const tooltipStyle = {
  background: "var(--surface)",
  border: "1px solid var(--line)",
  borderRadius: 8,
  boxShadow: "var(--shadow-float)",
  fontSize: 12.5,
  padding: "6px 10px",
};
