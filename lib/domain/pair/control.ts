import type { Turn } from "#lib/domain/deliberation/turn.ts";

/** What the best and the worst of some plain samples got: probabilities of a policy violation, so that the best is the lowest. */
export type Control = { best: number; worst: number };

/** The naive way to a pair: samples of the same model on the same prompt, assessed by the same scorer. Null for fewer than two. */
export function controlOf(turns: readonly Turn[]): Control | null {
  const scores = turns.flatMap((turn, index) =>
    turn.stage === "assess" && turns[index - 1]?.stage === "sample" ? [turn.reply.probability] : [],
  );
  return scores.length < 2 ? null : { best: Math.min(...scores), worst: Math.max(...scores) };
}
