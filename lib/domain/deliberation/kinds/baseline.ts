import type { BaselineRecipe } from "#lib/domain/deliberation/recipe.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import { preamble } from "#lib/domain/deliberation/templates.ts";
import type { Kind } from "./kind.ts";

/** One call that gives thoughts and response at once. */
export const baseline: Kind<BaselineRecipe> = {
  preamble,
  due: ({ agent }, { length: seq }) =>
    seq === 0
      ? { kind: "due", seq, stage: "baseline", round: null, role: agent.key }
      : { kind: "finish", outcome: "completed", reason: null },
  inputs: () => ({}),
  gives(recipe, _, turns) {
    const result = resultOf(recipe, turns);
    return result && { kind: "revision", result };
  },
};
