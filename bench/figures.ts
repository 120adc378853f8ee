import { loadavg } from "node:os";

/** What a measurement must reach. The value is null where it could not be measured, which misses the bar. */
export type Bar = { name: string; value: number | null; limit: number; ok: boolean };
/** Times in milliseconds and sizes in bytes unless the name says otherwise. */
export type Measured = { bars: Bar[]; figures: Record<string, unknown> };

/** A bar that a figure must not exceed. */
export function atMost(limit: number, name: string, value: number | null): Bar {
  return { name, value, limit, ok: value !== null && value <= limit };
}

/** A bar that a figure must reach. */
export function atLeast(limit: number, name: string, value: number | null): Bar {
  return { name, value, limit, ok: value !== null && value >= limit };
}

/** Shortens a figure to so many digits after the point. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** @throws Error where there is nothing to take it of */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const next = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (middle === undefined || next === undefined) throw new Error("There is no median of nothing.");
  return (middle + next) / 2;
}

/** The value that so great a share of them does not exceed, 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** How busy the machine was in the last minute: it explains figures that are not CPU time. */
export function load(): number {
  return round(loadavg()[0] ?? 0, 1);
}

/** Says on the terminal how far a bench has come; the last line of the output belongs to its result. */
export function tell(line: string): void {
  console.error(line);
}
