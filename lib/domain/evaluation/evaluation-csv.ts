import { csv, estimateCells, estimateHeads } from "#lib/domain/insights/csv.ts";
import type { EvaluationTable } from "./evaluation.ts";

const head = ["run", "endpoint", "model", "judge", "synthetic", "set", "metric", "by", ...estimateHeads];

/** The table of an evaluation for other programs: a line per run, set, metric and giver. */
export function evaluationCsv({ columns, rows }: EvaluationTable): string {
  const lines = columns.flatMap(
    ({ number, endpoint, model, judge, synthetic, agreement, unexamined }, place) => {
      const run = [String(number), endpoint, model, judge, String(synthetic)];
      return [
        ...rows.flatMap(({ set, metric, cells, byRule }) => {
          const of = [...run, set ?? "", metric === "safe" ? "safe_rate" : "one_minus_over_refusal"];
          const [cell, rule] = [cells[place], byRule?.[place]];
          return [
            ...(cell ? [[...of, "judge", ...estimateCells(cell)]] : []),
            ...(rule ? [[...of, "rule", ...estimateCells(rule)]] : []),
          ];
        }),
        [...run, "", "refusal_kappa", "rule and judge", ...estimateCells(agreement)],
        [...run, "", "unexamined", "", String(unexamined), "", "", "", "", ""],
      ];
    },
  );
  return csv([head, ...lines]);
}
