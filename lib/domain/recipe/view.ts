import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { Stage } from "#lib/domain/deliberation/stage.ts";
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

/** One call of a dry run: the exact request, and what stood in for the reply. Sizes in characters are measured, tokens are estimated. */
export type DryCall = {
  seq: number;
  stage: Stage;
  round: number | null;
  /** Name of the role. */
  name: string;
  instructions: string;
  messages: { role: "user" | "assistant"; content: string }[];
  /** JSON Schema of the reply, for endpoints that take one; null where any text is a reply. */
  schema: string | null;
  reply: string;
  characters: number;
  tokensIn: number;
  tokensOut: number;
};

/** What a recipe would ask on one prompt under the policies in force, before anything is spent. */
export type DryRun = { prompt: { number: number; text: string }; calls: DryCall[] };
