import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import type { Agreement } from "./agreement.ts";

/**
 * How reviewers agree, as a table for other programs: comma-separated, quoted where needed (RFC 4180), numbers in full.
 *
 * @param names of the reviewers, by id
 */
export function agreementCsv({ alphas, pairs }: Agreement, names: Readonly<Record<string, string>>): string {
  const rows = [
    [...strings.csvHead],
    ...alphas.map(({ scale, alpha }) => [
      "alpha",
      scale.kind === "score" ? `score ${scale.dimension}` : scale.kind,
      ...cellsOf(alpha),
    ]),
    ...pairs.flatMap(({ pair: [one, other], decisions, labels }) => {
      const people = strings.pair(names[one] ?? one, names[other] ?? other);
      return [
        ...(decisions ? [["kappa", `decisions, ${people}`, ...cellsOf(decisions)]] : []),
        ...(labels ? [["kappa", `labels, ${people}`, ...cellsOf(labels)]] : []),
      ];
    }),
  ];
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function cellsOf(estimate: Estimate): string[] {
  const rest = [String(estimate.n), String(estimate.records)];
  if (!("value" in estimate)) return ["", "", "", ...rest, estimate.undefinedBecause];
  const [low, high] = estimate.interval ?? ["", ""];
  return [String(estimate.value), String(low), String(high), ...rest, ""];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
