import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { ChartFrame } from "./chart-frame.tsx";

type IntervalDatum = {
  label: string;
  /** Null where it is undefined. */
  value: number | null;
  interval: readonly [low: number, high: number] | null;
  /** Behind the row: what it rests on, or why there is no value. */
  remark: string;
};

type IntervalChartProps = {
  title: string;
  summary?: ReactNode;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  data: readonly IntervalDatum[];
  /** Ends of the scale; it reaches further down where an interval does. */
  from?: number;
  to?: number;
  format: (value: number) => string;
  /** Address of the numbers in full, as CSV. */
  csv?: string;
};

/** Figures as dots on one scale, each with its interval as a line and its value in words. */
export function IntervalChart({
  title,
  summary,
  columns,
  rows,
  data,
  from = 0,
  to = 1,
  format,
  csv,
}: IntervalChartProps) {
  const lowest = Math.min(
    from,
    ...data.flatMap(({ value, interval }) => [value ?? from, interval?.[0] ?? from]),
  );
  const start = Math.max(Math.min(-1, from), Math.floor(lowest * 5) / 5);
  const at = (value: number) => `${((Math.max(start, Math.min(to, value)) - start) / (to - start)) * 100}%`;
  const ticks = [start, 0, (to + Math.max(0, from)) / 2, to].filter(
    (tick, place, all) => tick >= start && all.indexOf(tick) === place,
  );
  return (
    <ChartFrame title={title} summary={summary} columns={columns} rows={rows} csv={csv}>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 text-[12.5px] max-sm:pl-1 sm:grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)_auto]">
        {data.map(({ label, value, interval, remark }) => (
          <div key={label} className="col-span-full grid min-h-8 grid-cols-subgrid items-center py-1">
            <span className="text-ink-2 max-sm:col-span-2">{label}</span>
            {value === null ? (
              <span className="col-span-2 text-ink-3">{remark}</span>
            ) : (
              <>
                <span className="relative h-4 border-x border-line">
                  {start <= 0 && <span className="absolute inset-y-0 w-px bg-line" style={{ left: at(0) }} />}
                  {interval && (
                    <span
                      className="absolute top-[7px] h-0.5 rounded-full bg-accent/45"
                      style={{ left: at(interval[0]), right: `calc(100% - ${at(interval[1])})` }}
                    />
                  )}
                  <span
                    className="absolute top-1 size-2 -translate-x-1/2 rounded-full bg-accent"
                    style={{ left: at(value) }}
                  />
                </span>
                <span className="text-right whitespace-nowrap tabular-nums">
                  {format(value)} <span className="ml-1.5 text-ink-3">{remark}</span>
                </span>
              </>
            )}
          </div>
        ))}
        <span className="max-sm:hidden" />
        <span className="relative mt-0.5 h-4 text-2xs text-ink-3 tabular-nums">
          {ticks.map((tick) => (
            <span
              key={tick}
              className={cx(
                "absolute whitespace-nowrap",
                tick > start && (tick < to ? "-translate-x-1/2" : "-translate-x-full"),
              )}
              style={{ left: at(tick) }}
            >
              {format(tick)}
            </span>
          ))}
        </span>
        <span />
      </div>
    </ChartFrame>
  );
}
