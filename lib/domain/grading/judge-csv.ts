import { csv, estimateCells, estimateHeads } from "#lib/domain/insights/csv.ts";
import type { JudgeAgreement } from "./judge-agreement.ts";

const head = ["judge", "dimension", "measure", ...estimateHeads, "fitness"];

/** How judges agree with people, as a table for other programs. */
export function judgeCsv(judges: readonly JudgeAgreement[]): string {
  const rows = judges.flatMap(({ judge, dimensions }) =>
    dimensions.flatMap(({ dimension, fitness, kappa, spearman, difference }) =>
      (
        [
          ["weighted_kappa", kappa],
          ["spearman", spearman],
          ["mean_difference", difference],
        ] as const
      ).map(([measure, estimate]) => [judge, dimension, measure, ...estimateCells(estimate), fitness]),
    ),
  );
  return csv([head, ...rows]);
}
