import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { baseline } from "./baseline.ts";
import { belief } from "./belief.ts";
import { deliberation } from "./deliberation.ts";
import { evaluation } from "./evaluation.ts";
import { grading } from "./grading.ts";
import type { Kind } from "./kind.ts";

/** Adding a kind takes its file here, its body in `recipe.ts` and its stages in `stage.ts`; types name every other place. */
const kinds: { [K in Recipe["kind"]]: Kind<Extract<Recipe, { kind: K }>> } = {
  deliberation,
  baseline,
  grading,
  belief,
  evaluation,
};

/** What a recipe's kind does. */
export function kindOf(recipe: Recipe): Kind {
  return kinds[recipe.kind];
}
