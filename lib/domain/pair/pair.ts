import type { BeliefRecipe } from "#lib/domain/deliberation/recipe.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { bestOf, triedBeliefs } from "./belief.ts";
import { type Control, controlOf } from "./control.ts";
import { sharesWords } from "./shared-words.ts";

/** Why a pair is not offered to people. */
export const foundFaults = ["small_gap", "shares_words"] as const;

/** Why a person puts a pair aside, in the order of their keys. */
export const discardFaults = ["no_difference", "both_poor", "harmful"] as const;

/** `judged_better`: the side that was to be rejected is better, and must not be preferred. It has a button of its own. */
export const saidFaults = [...discardFaults, "judged_better"] as const;

export type PairFault = (typeof foundFaults)[number] | (typeof saidFaults)[number];

/** What a belief run makes of a prompt: the subject's revision as selected, an answer under a belief as rejected. */
export type ProposedPair = {
  /** Position of the turn that holds the rejected chain of thought. */
  rejectedSeq: number;
  /** Probabilities of a policy violation, by the same scorer, who did not know which is which. */
  selectedScore: number;
  rejectedScore: number;
  /** The same of plain samples; null where none were drawn. */
  control: Control | null;
  /** Why it is discarded at once; null where people are to judge it. */
  fault: (typeof foundFaults)[number] | null;
};

/** The pair that the best belief gave; null while no belief was scored. */
export function pairOf(
  { margin }: Pick<BeliefRecipe, "margin">,
  turns: readonly Turn[],
): ProposedPair | null {
  const [first] = turns;
  const [best] = bestOf(triedBeliefs(turns), 1);
  if (first?.stage !== "assess" || !best) return null;
  const selectedScore = first.reply.probability;
  const { answer, answerSeq: rejectedSeq, belief, score: rejectedScore } = best;
  const text = [...answer.thoughts.map((thought) => thought.text), answer.response].join("\n");
  // Rounded, since 0.9 − 0.5 falls short of 0.4 in binary.
  const gap = Number((rejectedScore - selectedScore).toFixed(9));
  const fault = gap < margin ? "small_gap" : sharesWords(belief, text) ? "shares_words" : null;
  return { rejectedSeq, selectedScore, rejectedScore, control: controlOf(turns), fault };
}
