import type { Recipe } from "./recipe.ts";

/** A policy version as agents read it. */
export type PlannedPolicy = {
  policyVersionId: string;
  number: number;
  title: string;
  /** What the policy is for; may be empty. */
  intro: string;
  clauses: readonly { number: string; text: string }[];
};

/** What a run froze. Every deliberation of the run is replayed against it. */
export type Plan = {
  recipe: Recipe;
  /** Endpoint version by role key. */
  endpoints: Readonly<Record<string, string>>;
  /** In order of number. */
  policies: readonly PlannedPolicy[];
  /** The run's seed mixed with the deliberation's id (`seedFor`), so that deliberations do not wait in step. */
  seed: number;
  /** Whether what the run gives becomes records to review. */
  reviewsOpen: boolean;
};
