import type { Estimate } from "#lib/domain/agreement/estimate.ts";

/** A table for other programs: comma-separated, quoted where needed (RFC 4180). */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/** Heads of the cells of a figure. */
export const estimateHeads = ["value", "low", "high", "n", "records", "undefined"] as const;

/** A figure as cells under `estimateHeads`, numbers in full. */
export function estimateCells(estimate: Estimate): string[] {
  const rest = [String(estimate.n), String(estimate.records)];
  if (!("value" in estimate)) return ["", "", "", ...rest, estimate.undefinedBecause];
  const [low, high] = estimate.interval ?? ["", ""];
  return [String(estimate.value), String(low), String(high), ...rest, ""];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
