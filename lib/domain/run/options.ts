import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";

/** What a person can choose from when starting a run in a project. */
export type RunOptions = {
  recipes: {
    recipeVersionId: string;
    name: string;
    version: number;
    kind: RecipeKind;
    rounds: number | null;
    agents: number;
    roles: { key: string; name: string }[];
  }[];
  /** Granted to the project and not archived. */
  endpoints: { id: string; name: string; model: string; synthetic: boolean; stopped: boolean }[];
  /** How many prompts each choice holds; erased ones are not counted. */
  prompts: { all: number; fresh: number; categories: { category: string; n: number }[] };
};
