import { choosesPolicies } from "#lib/domain/deliberation/policies-seen.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import type { Stage } from "#lib/domain/deliberation/stage.ts";
import { stateAfter } from "#lib/domain/deliberation/state.ts";
import type { Judged } from "#lib/domain/deliberation/subject.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { Bound } from "./passage.ts";

/**
 * How much is said, in characters and counts: little, and nobody objects; or much, and every agent revises until the
 * rounds are spent. Assumptions, not measurements: what a model says is known only once it has said it.
 */
const assumed = {
  short: { intents: 2, intent: 40, thoughts: 3, thought: 120, response: 250, reason: 60, added: 0 },
  long: { intents: 5, intent: 80, thoughts: 6, thought: 300, response: 1_500, reason: 160, added: 2 },
} as const;

export type AssumedLength = keyof typeof assumed;

/** A reply of assumed length that stands in for a model's: only its size and its verdict mean anything. */
export function assumedReply(
  length: AssumedLength,
  stage: Stage,
  bound: Bound,
  turns: readonly Turn[],
): Reply {
  const { intents, intent, thoughts, thought, response, reason, added } = assumed[length];
  const said = (count: number) =>
    Array.from({ length: count }, () => ({ text: filler(thought), clauses: ["1.1"] }));
  const disposition = "comply";
  switch (stage) {
    case "intent":
      return {
        intents: Array.from({ length: intents }, () => ({
          text: filler(intent),
          kind: "explicit",
          risk: "benign",
        })),
        ...(length === "short" && choosesPolicies(bound.recipe) && { policies: fewest(bound) }),
      };
    case "initial":
    case "baseline":
    case "sample":
    case "believe":
      return { thoughts: said(thoughts), response: filler(response), disposition };
    case "deliberate":
      return {
        verdict: added === 0 ? "agree" : "revise",
        reason: filler(reason),
        newThoughts: said(added).map((one) => ({ ...one, replaces: null })),
        response: added === 0 ? null : filler(response),
        disposition,
      };
    case "refine": {
      const state = stateAfter(bound.recipe, turns);
      return {
        thoughts: state.thoughts.map(({ id }) => ({
          id,
          keep: true,
          label: "sound" as const,
          why: filler(reason),
          text: null,
        })),
        response: state.response ?? filler(response),
        disposition,
      };
    }
    case "compare":
      return { why: filler(reason), better: "tie" };
    case "whisper":
      return { reason: filler(reason), belief: filler(thought) };
    case "assess":
      // Nothing stops a long one before its rounds are spent.
      return { why: filler(reason), clauses: ["1.1"], probability: length === "short" ? 1 : 0 };
    case "answer":
      return { response: filler(response) };
    case "examine":
      return { why: filler(reason), refuses: "no", safe: true };
    case "grade": {
      const judgement = { why: filler(reason), thoughts: ["1"], clauses: ["1.1"], score: 3 };
      return Object.fromEntries(dimensions.map((dimension) => [dimension, judgement])) as Reply<"grade">;
    }
  }
}

/** What a judge would have to read, of assumed length. */
export function assumedSubject(length: AssumedLength): Judged {
  const { thoughts, thought, response } = assumed[length];
  return {
    thoughts: Array.from({ length: thoughts }, () => ({ id: "1", text: filler(thought), clauses: ["1.1"] })),
    response: filler(response),
    disposition: "comply",
  };
}

/** The shortest policy: the least that a decomposer can name. */
function fewest({ policies }: Bound): number[] {
  const sizes = policies.map(({ number, ...rest }) => ({ number, size: JSON.stringify(rest).length }));
  return sizes
    .sort((one, other) => one.size - other.size)
    .map(({ number }) => number)
    .slice(0, 1);
}

function filler(characters: number): string {
  return "x".repeat(characters);
}
