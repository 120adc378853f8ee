"use client";

import type { ReactNode } from "react";
import { Bar, Cell, LabelList, BarChart as Recharts, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { type ChartColour, paint } from "./chart-colour.ts";
import { ChartFrame } from "./chart-frame.tsx";

export type BarDatum = { label: string; value: number; colour?: ChartColour };

type BarChartProps = {
  title: string;
  summary?: ReactNode;
  /** What is named and what is counted, as heads of the table. */
  columns: readonly [string, string];
  data: readonly BarDatum[];
  /** How a value is written; grouped digits if not given. */
  format?: (value: number) => string;
  /** Address of the numbers in full, as CSV. */
  csv?: string;
};

const rowHeight = 28;
/** Enough for the glossary's longest word at 12.5 px. */
const labelWidth = 136;

/** Named amounts as lying bars, each with its name before and its value behind it. */
export function BarChart({ title, summary, columns, data, format = grouped, csv }: BarChartProps) {
  const rows = data.map(({ label, value }) => [label, format(value)]);
  return (
    <ChartFrame title={title} summary={summary} columns={columns} rows={rows} csv={csv}>
      <ResponsiveContainer
        width="100%"
        height={data.length * rowHeight}
        initialDimension={{ width: 480, height: 200 }}
      >
        <Recharts
          layout="vertical"
          data={[...data]}
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="label"
            width={labelWidth}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={{ fill: "var(--ink-2)", fontSize: 12.5 }}
          />
          <Bar dataKey="value" barSize={12} radius={[0, 3, 3, 0]} minPointSize={2} isAnimationActive={false}>
            {data.map(({ label, colour = "accent" }) => (
              <Cell key={label} fill={paint(colour)} />
            ))}
            <LabelList
              dataKey="value"
              position="right"
              fill="var(--ink)"
              fontSize={12.5}
              formatter={(value) => format(Number(value))}
            />
          </Bar>
        </Recharts>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

const grouped = (value: number) => value.toLocaleString("en");
