import type { Stage } from "#lib/domain/deliberation/stage.ts";

/** What a request tells about the call: read from its data block, as a real model would read it. */
export type Asked = { stage: Stage; prompt: string; thoughts: { id: string; text: string }[] };

/**
 * The reply of an agent that makes no mistake. Every deliberation takes seven turns: the second agent adds one thought,
 * then everybody agrees, and the refiner keeps all.
 *
 * @param mark stands in what is said, so that a stored turn can be told from any other reply
 * @param more is said besides, once in every reply
 */
export function goodReply({ stage, thoughts }: Asked, mark: string, more = ""): unknown {
  const response = "Press Ctrl+C.";
  switch (stage) {
    case "intent":
      return { intents: [{ text: `end a program ${mark}${more}`, kind: "explicit", risk: "benign" }] };
    case "initial":
    case "baseline":
      return {
        thoughts: [
          { text: `The person asks about a program ${mark}.${more}`, clauses: ["5.1"] },
          { text: "Nobody is harmed by it.", clauses: [] },
        ],
        response,
        disposition: "comply",
      };
    case "deliberate": {
      const adds = thoughts.length < 3;
      return {
        verdict: adds ? "revise" : "agree",
        reason: `Looked at it ${mark}.${more}`,
        newThoughts: adds
          ? [{ text: `The word is a usual one ${mark}.`, clauses: ["5.2"], replaces: null }]
          : [],
        response: null,
        disposition: "comply",
      };
    }
    case "refine":
      return {
        thoughts: thoughts.map(({ id }) => ({
          id,
          keep: true,
          label: "sound",
          why: `Needed ${mark}.`,
          text: null,
        })),
        response: `${response}${more}`,
        disposition: "comply",
      };
  }
}
