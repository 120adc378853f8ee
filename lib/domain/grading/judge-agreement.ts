import {
  type CountedRanks,
  quadraticKappa,
  type RankAgreement,
  rankAgreement,
  tableOf,
} from "#lib/domain/agreement/ordinal.ts";
import { type Dimension, dimensions } from "./dimension.ts";
import { highest } from "./rubric.ts";

/** A judge's score and a person's, of the same revision on the same dimension. */
export type ScoredByBoth = {
  record: string;
  /** Who judged: `judgeName`. */
  judge: string;
  dimension: Dimension;
  judged: number;
  human: number;
};

/** How often a judge's score met a person's. */
export type ScoreCell = Omit<ScoredByBoth, "record"> & { n: number };

/** How one judge agrees with people. */
export type JudgeAgreement = {
  judge: string;
  dimensions: (RankAgreement & { dimension: Dimension; fitness: Fitness })[];
};

/** Whether a judge agrees enough with people on a dimension; `unknown` while nothing says. */
export type Fitness = "fit" | "unfit" | "unknown";

/** What a judge goes by over all runs: the part it plays and the model that plays it. */
export function judgeName(role: string, model: string | null): string {
  return model === null || model === "" ? role : `${role}, ${model}`;
}

/** How each judge agrees with people on each dimension, the most compared judge first. */
export function judgeAgreement(scores: readonly ScoredByBoth[], leastKappa: number): JudgeAgreement[] {
  return [...Map.groupBy(scores, ({ judge }) => judge)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([judge, of]) => ({
      judge,
      dimensions: dimensions.map((dimension) => {
        const pairs = pairsOn(of, dimension);
        const fitness = fitnessOf(quadraticKappaOf(pairs), leastKappa);
        return { dimension, fitness, ...rankAgreement(pairs, highest) };
      }),
    }));
}

/** The dimensions on which a judge agrees too little with people, by judge; judges without any are left out. */
export function unfitJudges(
  cells: readonly ScoreCell[],
  leastKappa: number,
): Readonly<Record<string, readonly Dimension[]>> {
  const byJudge = [...Map.groupBy(cells, ({ judge }) => judge)].map(([judge, of]) => [
    judge,
    dimensions.filter(
      (dimension) => fitnessOf(quadraticKappaOf(pairsOn(of, dimension)), leastKappa) === "unfit",
    ),
  ]);
  return Object.fromEntries(byJudge.filter(([, unfit]) => unfit && unfit.length > 0));
}

function pairsOn<Scored extends Omit<ScoredByBoth, "record">>(
  scores: readonly Scored[],
  dimension: Dimension,
) {
  return scores.flatMap((score) =>
    score.dimension === dimension ? [{ ...score, one: score.judged, other: score.human }] : [],
  );
}

function quadraticKappaOf(pairs: readonly CountedRanks[]): number | null {
  return pairs.length === 0 ? null : quadraticKappa(tableOf(pairs, highest), highest);
}

function fitnessOf(kappa: number | null, least: number): Fitness {
  return kappa === null ? "unknown" : kappa < least ? "unfit" : "fit";
}
