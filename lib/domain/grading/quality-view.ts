import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import type { Dimension } from "./dimension.ts";
import type { Preference } from "./preference.ts";
import type { Comparison, GradedPair } from "./quality.ts";
import type { RunYield } from "./run-yield.ts";

/** A run whose records were graded. */
export type GradedRun = { number: number; recipe: string; kind: RecipeKind; records: number };

/** A pair with what it can be grouped by, of the run that is compared. */
export type PlacedPair = GradedPair & { category: string | null; outcome: Outcome; policies: string[] };

/** How often judges gave each score, 1 first. */
export type Distribution = { dimension: Dimension; base: number[]; other: number[] };

/** What a difference is told apart by. */
export const groupings = ["category", "outcome", "policy"] as const;

/** All that the quality page shows of two runs. */
export type Quality = {
  base: GradedRun;
  other: GradedRun;
  /** Prompts that both answered and judges scored. */
  prompts: number;
  synthetic: boolean;
  comparisons: Comparison[];
  /** Dimensions on which a judge of the project agrees too little with people, by judge. */
  unfit: Readonly<Record<string, readonly Dimension[]>>;
  distributions: Distribution[];
  /** Of all judges that compared the two runs, then of each; none where nobody did. */
  preferences: { judge: string | null; preference: Preference }[];
  /** Differences of the faithfulness of the thoughts to policy, where runs differ most. */
  groups: { by: (typeof groupings)[number]; rows: { group: string; difference: Estimate }[] }[];
  /** Of the run that is compared with, then of the run that is compared. */
  yields: RunYield[];
};
