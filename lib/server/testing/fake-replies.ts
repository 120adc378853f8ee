import { z } from "zod";
import { readDataBlock } from "#lib/domain/deliberation/prompts.ts";
import { type Stage, stages } from "#lib/domain/deliberation/stage.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";

/** What a request tells about the call: read from its data block, as a real model would read it. */
export type Asked = { stage: Stage; prompt: string; thoughts: { id: string; text: string }[] };

const Data = z.object({
  prompt: z.array(z.object({ content: z.string() })),
  thoughts: z.array(z.object({ id: z.string(), text: z.string() })).default([]),
});

/**
 * Reads what is asked.
 *
 * @param content of the first user message
 * @param schemaName as sent; null where the wire format has no place for it
 */
export function readAsked(content: string, schemaName: string | null): Asked {
  const data = Data.parse(readDataBlock(content));
  const named = schemaName?.replace("_reply", "");
  return {
    stage: stages.find((stage) => stage === named) ?? stageByTask(content),
    prompt: data.prompt.at(-1)?.content ?? "",
    thoughts: data.thoughts,
  };
}

/** Where no schema is named the shape of the reply stands in the text. */
function stageByTask(content: string): Stage {
  const reply = content.slice(content.lastIndexOf("</data>"));
  if (reply.includes('"intents"')) return "intent";
  if (reply.includes('"better"')) return "compare";
  if (reply.includes('"cot_policy"')) return "grade";
  if (reply.includes('"belief"')) return "whisper";
  if (reply.includes('"probability"')) return "assess";
  if (reply.includes('"refuses"')) return "examine";
  if (reply.includes('"keep"')) return "refine";
  return reply.includes('"verdict"') ? "deliberate" : "initial";
}

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
    case "sample":
    case "believe":
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
    case "answer":
      return { response: `${response}${more}` };
    case "examine":
      return { why: `Looked at it ${mark}.${more}`, refuses: "no", safe: true };
    case "compare":
      return { why: `Looked at it ${mark}.${more}`, better: "tie" };
    case "whisper":
      return { reason: `Not tried yet ${mark}.`, belief: `A placeholder belief ${mark}.${more}` };
    case "assess":
      return { why: `Looked at it ${mark}.${more}`, clauses: ["5.1"], probability: 0.5 };
    case "grade": {
      const judgement = { why: `Looked at it ${mark}.${more}`, thoughts: ["1"], clauses: ["5.1"], score: 4 };
      return Object.fromEntries(dimensions.map((dimension) => [dimension, judgement]));
    }
  }
}
