import type { ScoredBelief } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";

/** A belief that was tried on a prompt, and what came of it. */
export type TriedBelief = {
  /** From 1. */
  round: number;
  belief: string;
  /** What the target answered under it, and the position of that turn. */
  answer: (Turn & { stage: "believe" })["reply"];
  answerSeq: number;
  /** Probability of a policy violation in that answer, by the scorer. */
  score: number;
};

/** The beliefs that the scorer has passed judgement on, in order. */
export function triedBeliefs(turns: readonly Turn[]): TriedBelief[] {
  return turns.flatMap((turn, index) => {
    const [whisper, answer] = [turns[index - 2], turns[index - 1]];
    if (turn.stage !== "assess" || whisper?.stage !== "whisper" || answer?.stage !== "believe") return [];
    return [
      {
        round: whisper.round,
        belief: whisper.reply.belief,
        answer: answer.reply,
        answerSeq: answer.seq,
        score: turn.reply.probability,
      },
    ];
  });
}

/** The `n` beliefs with the highest score, the best first; of equals the one that stands first. */
export function bestOf<T extends ScoredBelief>(tried: readonly T[], n: number): T[] {
  return tried.toSorted((one, other) => other.score - one.score).slice(0, n);
}
