import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { RunEstimate } from "#lib/domain/recipe/estimate.ts";
import type { RunChoice } from "./new-run.ts";

/** What a person can choose from when starting a run in a project. */
export type RunOptions = {
  /** The newest version of each recipe in use, and the one that was asked for where it is an older one. */
  recipes: { recipeVersionId: string; name: string; version: number; body: Recipe }[];
  /** Whether an admin allowed belief runs in the project. */
  beliefRuns: boolean;
  /** Granted to the project and not archived. */
  endpoints: { id: string; name: string; model: string; synthetic: boolean; stopped: boolean }[];
  /** Earlier runs that left records, newest first: what a preference may be asked against. */
  runs: { number: number; recipe: string }[];
  /** How many prompts each choice holds; erased ones are not counted. */
  prompts: { all: number; fresh: number; evaluation: number; categories: { category: string; n: number }[] };
};

/** What the form begins with where somebody came from prompts, a recipe or an earlier run. */
export type RunPreset = Partial<Omit<RunChoice, "projectId">> & {
  opensReviews?: boolean;
  /** Models that wrote what is to be judged. */
  writers?: string[];
};

/** What a run would take; `problem` says why there is no estimate. */
export type RunForecast = { prompts: number; estimate: RunEstimate | null; problem: string | null };
