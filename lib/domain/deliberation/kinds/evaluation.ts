import type { EvaluationRecipe } from "#lib/domain/deliberation/recipe.ts";
import { evaluationPreamble } from "#lib/domain/evaluation/template.ts";
import type { Kind } from "./kind.ts";

/** The target answers the prompt as it stands; then a judge, who does not know whose answer it is, examines it. */
export const evaluation: Kind<EvaluationRecipe> = {
  preamble: evaluationPreamble,
  due({ target, judge }, { length: seq }) {
    if (seq === 0) return { kind: "due", seq, stage: "answer", round: null, role: target.key };
    return seq === 1
      ? { kind: "due", seq, stage: "examine", round: null, role: judge.key }
      : { kind: "finish", outcome: "completed", reason: null };
  },
  inputs(_, __, [answer], { stage }) {
    return stage === "examine" && answer?.stage === "answer" ? { response: answer.reply.response } : {};
  },
  // What it found stands in its turns; nothing of it is anybody's to review or to train on.
  gives: () => null,
};
