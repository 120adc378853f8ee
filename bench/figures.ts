import { loadavg } from "node:os";
import type { Bar } from "./bench.ts";

/** A bar that a figure must not exceed. */
export function atMost(limit: number, name: string, value: number | null): Bar {
  return { name, value, limit, ok: value !== null && value <= limit };
}

/** Shortens a figure to so many digits after the point. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** How busy the machine was in the last minute: it explains figures that are not CPU time. */
export function load(): number {
  return round(loadavg()[0] ?? 0, 1);
}

/** Says on the terminal how far a bench has come; the last line of the output belongs to its result. */
export function tell(line: string): void {
  console.error(line);
}
