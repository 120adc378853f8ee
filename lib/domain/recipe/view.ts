import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { RecipeChange } from "./changes.ts";

/** A recipe in a list, by its newest version. Instants in ISO 8601. */
export type RecipeRow = {
  id: string;
  name: string;
  version: number;
  body: Recipe;
  /** Runs of any of its versions. */
  runs: number;
  changedAt: string;
  archived: boolean;
};

export type RecipeVersionRow = {
  version: number;
  /** Null for the command line and for what a project began with. */
  by: string | null;
  at: string;
  runs: number;
  /** Against the version before; none for the first. */
  changes: RecipeChange[];
};

/** One version of a recipe as its page shows it, with the list of all its versions, newest first. */
export type RecipeView = {
  id: string;
  name: string;
  archived: boolean;
  version: number;
  newest: number;
  versionId: string;
  body: Recipe;
  versions: RecipeVersionRow[];
};
