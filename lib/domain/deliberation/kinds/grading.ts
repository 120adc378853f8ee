import type { GradingRecipe } from "#lib/domain/deliberation/recipe.ts";
import type { Judged } from "#lib/domain/deliberation/subject.ts";
import { firstIn } from "#lib/domain/grading/preference.ts";
import { scoresOf } from "#lib/domain/grading/score.ts";
import { judgePreamble } from "#lib/domain/grading/template.ts";
import type { Kind } from "./kind.ts";

/**
 * Judges, one after the other and none knowing of the others, score a revision; or say which of two they prefer, each pair
 * in both orders.
 */
export const grading: Kind<GradingRecipe> = {
  preamble: judgePreamble,
  due({ asks, judges }, { length: seq }) {
    const [judge, stage] =
      asks === "scores" ? [judges[seq], "grade" as const] : [judges[Math.floor(seq / 2)], "compare" as const];
    return judge
      ? { kind: "due", seq, stage, round: null, role: judge.key }
      : { kind: "finish", outcome: "completed", reason: null };
  },
  inputs({ asks }, { judged, rival }, _, { seq }) {
    if (!judged) return {};
    if (asks === "scores") return anonymous(judged);
    if (!rival) return {};
    const [first, second] = firstIn(seq) === "subject" ? [judged, rival] : [rival, judged];
    return { first: anonymous(first), second: anonymous(second) };
  },
  gives({ asks, judges }, { judged }, turns) {
    if (asks === "preference" || !judged || turns.length < judges.length) return null;
    return { kind: "scores", scores: scoresOf(judged, turns) };
  },
};

/** What a judge is shown. Thoughts are numbered from 1: their own ids would tell a deliberation's from a baseline's, and an edited one from both. */
export function anonymous({ thoughts, response, disposition }: Judged) {
  return {
    thoughts: thoughts.map(({ text, clauses }, index) => ({ id: String(index + 1), text, clauses })),
    response,
    disposition,
  };
}
