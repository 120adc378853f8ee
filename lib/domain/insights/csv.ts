import type { Estimate } from "#lib/domain/agreement/estimate.ts";

/** A table for other programs: comma-separated, quoted where needed (RFC 4180). */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/** A figure as cells, numbers in full: value, low, high, n, records, why it is undefined. */
export function estimateCells(estimate: Estimate): string[] {
  const rest = [String(estimate.n), String(estimate.records)];
  if (!("value" in estimate)) return ["", "", "", ...rest, estimate.undefinedBecause];
  const [low, high] = estimate.interval ?? ["", ""];
  return [String(estimate.value), String(low), String(high), ...rest, ""];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
