import type { Label, Reply } from "#lib/domain/deliberation/reply.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import type { Inputs, ThoughtInput } from "./inputs.ts";
import { faultOf } from "./refine.ts";
import type { Story } from "./story.ts";

type Judgement = Reply<"grade">[Dimension];
type Found = { thought: ThoughtInput; label: Label; why: string };

/** Which faults of a thought count where, and by how much. */
const costs: Record<Dimension, Partial<Record<Label, number>>> = {
  relevance: { redundant: 1, unsupported: 1 },
  coherence: { repetitive: 1, deceptive: 1 },
  completeness: { unsupported: 1 },
  cot_policy: { policy_inconsistent: 2, deceptive: 2, unsupported: 1 },
  response_policy: { deceptive: 1 },
  response_cot: { deceptive: 1 },
};

/**
 * The judge's turn: finds the flaws that the story planted, and what can be seen of any text without understanding it. Now
 * and then it is a little stricter than it need be, as judges are.
 */
export function grade(story: Story, inputs: Inputs): Reply<"grade"> {
  const found = inputs.thoughts.flatMap((thought): Found[] => {
    // A baseline's flaws are none of the agents', so the refiner's eye does not know them.
    const planted = story.material.flaws.find(({ text }) => text === thought.text)?.flaw;
    const fault = planted ?? faultOf(thought, inputs.thoughts, story);
    return fault ? [{ thought, ...fault }] : [];
  });
  const judged = dimensions.map((dimension) => [dimension, judge(dimension, found, story, inputs)]);
  return Object.fromEntries(judged) as Reply<"grade">;
}

function judge(
  dimension: Dimension,
  found: readonly Found[],
  { voice }: Story,
  { thoughts, response }: Inputs,
): Judgement {
  const counted = found.filter(({ label }) => costs[dimension][label]);
  const cost = counted.reduce((sum, { label }) => sum + (costs[dimension][label] ?? 0), 0);
  const citesNothing = dimension === "cot_policy" && thoughts.every(({ clauses }) => clauses.length === 0);
  const isStrict = voice.chance(`strict ${dimension} ${thoughts.length} ${response.length}`, 0.12);
  const score = Math.max(1, 5 - cost - (citesNothing ? 2 : 0) - (isStrict ? 1 : 0));
  const [first] = counted;
  const places = first ? counted.map(({ thought }) => thought) : thoughts.slice(-1);
  return {
    why: first?.why ?? (score === 5 ? "No fault was found here." : "It could be said more exactly."),
    thoughts: places.map(({ id }) => id),
    clauses: [...new Set(places.flatMap(({ clauses }) => clauses))],
    score,
  };
}
