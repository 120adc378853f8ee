import type { GradingRecipe } from "#lib/domain/deliberation/recipe.ts";
import type { Judged } from "#lib/domain/deliberation/subject.ts";
import { scoresOf } from "#lib/domain/grading/score.ts";
import { judgePreamble } from "#lib/domain/grading/template.ts";
import type { Kind } from "./kind.ts";

/** Judges, one after the other and none knowing of the others, score a revision. */
export const grading: Kind<GradingRecipe> = {
  preamble: judgePreamble,
  due({ judges }, { length: seq }) {
    const judge = judges[seq];
    return judge
      ? { kind: "due", seq, stage: "grade", round: null, role: judge.key }
      : { kind: "finish", outcome: "completed", reason: null };
  },
  inputs: (_, { judged }) => (judged ? anonymous(judged) : {}),
  gives(recipe, { judged }, turns) {
    if (!judged || turns.length < recipe.judges.length) return null;
    return { kind: "scores", scores: scoresOf(judged, turns) };
  },
};

/** Thoughts numbered from 1: their own ids would tell a deliberation's from a baseline's, and an edited one from both. */
function anonymous({ thoughts, response, disposition }: Judged) {
  return {
    thoughts: thoughts.map(({ text, clauses }, index) => ({ id: String(index + 1), text, clauses })),
    response,
    disposition,
  };
}
