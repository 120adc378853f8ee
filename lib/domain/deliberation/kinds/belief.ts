import type { BeliefRecipe } from "#lib/domain/deliberation/recipe.ts";
import type { Due, Finish } from "#lib/domain/deliberation/step.ts";
import type { ScoredBelief } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { bestOf, triedBeliefs } from "#lib/domain/pair/belief.ts";
import { pairOf } from "#lib/domain/pair/pair.ts";
import { beliefPreamble } from "#lib/domain/pair/template.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { anonymous } from "./grading.ts";
import type { Kind } from "./kind.ts";

/**
 * The scorer assesses the chain of thought to select, then plain samples of the target, as a control; then, round by round, the whisperer proposes a belief, the target
 * answers with it before the prompt, and the scorer assesses that, until a belief does what it should or the rounds are spent.
 */
export const belief: Kind<BeliefRecipe> = {
  preamble: beliefPreamble,
  due,
  inputs(recipe, { prompt, judged, pool = [] }, turns, step) {
    const last = turns.at(-1);
    switch (step.stage) {
      case "whisper":
        return { best: bestOf([...pool, ...triedBeliefs(turns)], recipe.shown).map(beliefAndScore) };
      case "believe":
        return last?.stage === "whisper" ? { prompt: withBelief(prompt, last.reply.belief) } : {};
      case "assess":
        if (last?.stage === "believe" || last?.stage === "sample") return anonymous(spoken(last));
        return judged ? anonymous(judged) : {};
      default:
        return {};
    }
  },
  gives(recipe, _, turns) {
    const pair = pairOf(recipe, turns);
    return pair && { kind: "pair", pair };
  },
};

function due(
  { whisperer, target, scorer, rounds, threshold, samples }: BeliefRecipe,
  turns: readonly Turn[],
): Due | Finish {
  const seq = turns.length;
  const before = 1 + 2 * samples;
  if (seq < before) {
    return seq % 2 === 0
      ? { kind: "due", seq, stage: "assess", round: null, role: scorer.key }
      : { kind: "due", seq, stage: "sample", round: null, role: target.key };
  }
  const round = Math.floor((seq - before) / 3) + 1;
  switch ((seq - before) % 3) {
    case 1:
      return { kind: "due", seq, stage: "believe", round, role: target.key };
    case 2:
      return { kind: "due", seq, stage: "assess", round, role: scorer.key };
  }
  if (triedBeliefs(turns).some(({ score }) => score >= threshold)) {
    return { kind: "finish", outcome: "completed", reason: null };
  }
  return round > rounds
    ? { kind: "finish", outcome: "completed", reason: runStrings.thresholdNotReached }
    : { kind: "due", seq, stage: "whisper", round, role: whisperer.key };
}

/** The belief stands before the message to answer, as if the person had written it. */
function withBelief(prompt: readonly Message[], said: string): Message[] {
  return prompt.map((message, index) =>
    index === prompt.length - 1 ? { ...message, content: `${said}\n\n${message.content}` } : message,
  );
}

function beliefAndScore({ belief, score }: ScoredBelief): ScoredBelief {
  return { belief, score };
}

function spoken({ reply }: Turn & { stage: "believe" | "sample" }) {
  return { ...reply, thoughts: reply.thoughts.map((thought) => ({ ...thought, id: "" })) };
}
