import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import type { Agreement } from "./agreement.ts";
import { csv, estimateCells, estimateHeads } from "./csv.ts";

/**
 * How reviewers agree, as a table for other programs: comma-separated, quoted where needed (RFC 4180), numbers in full.
 *
 * @param names of the reviewers, by id
 */
export function agreementCsv({ alphas, pairs }: Agreement, names: Readonly<Record<string, string>>): string {
  const rows = [
    ["measure", "of", ...estimateHeads],
    ...alphas.map(({ scale, alpha }) => [
      "alpha",
      scale.kind === "score" ? `score ${scale.dimension}` : scale.kind,
      ...estimateCells(alpha),
    ]),
    ...pairs.flatMap(({ pair: [one, other], decisions, labels }) => {
      const people = strings.pair(names[one] ?? one, names[other] ?? other);
      return [
        ...(decisions ? [["kappa", `decisions, ${people}`, ...estimateCells(decisions)]] : []),
        ...(labels ? [["kappa", `labels, ${people}`, ...estimateCells(labels)]] : []),
      ];
    }),
  ];
  return csv(rows);
}
