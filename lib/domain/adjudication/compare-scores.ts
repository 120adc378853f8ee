import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import type { Reading } from "./compare.ts";

/** One dimension in all readings, in their order; null where it was not scored. */
export type ScoreLine = {
  dimension: Dimension;
  values: readonly (number | null)[];
  /** Points from the lowest to the highest; null where fewer than two people scored. */
  spread: number | null;
};

/** How readings score a record, by dimension; none where nobody was asked for scores. */
export function compareScores(readings: readonly Pick<Reading, "scores">[]): ScoreLine[] {
  return dimensions.flatMap((dimension) => {
    const values = readings.map(({ scores }) => scores[dimension] ?? null);
    const given = values.filter((value) => value !== null);
    if (given.length === 0) return [];
    const spread = given.length < 2 ? null : Math.max(...given) - Math.min(...given);
    return [{ dimension, values, spread }];
  });
}
