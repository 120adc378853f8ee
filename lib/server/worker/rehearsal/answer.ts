import { z } from "zod";
import { readDataBlock, stageOf } from "#lib/domain/deliberation/prompts.ts";
import { plainAnswer } from "./evaluation.ts";
import { Inputs } from "./inputs.ts";
import { rehearse } from "./replies.ts";
import { sampleOf } from "./sample.ts";

/** The part of a chat completion request that the rehearsal reads. */
export const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  seed: z.int().optional(),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z.object({ name: z.string().optional(), schema: z.unknown() }).optional(),
    })
    .optional(),
});

export type ChatRequest = z.infer<typeof ChatRequest>;

/** What the rehearsal says to a request: a stage's reply, a value that fits a foreign schema, or a plain answer. */
export function answerTo(request: ChatRequest): string {
  const schema = request.response_format?.json_schema;
  const stage = stageOf(schema?.name);
  const inputs = Inputs.safeParse(blockIn(request));
  if (stage && inputs.success) return JSON.stringify(rehearse(stage, inputs.data, request.seed));
  if (schema) return JSON.stringify(sampleOf(schema.schema));
  return `${plainAnswer(request.messages)} (This is the rehearsal: a script that stands in for a model.)`;
}

function blockIn({ messages }: ChatRequest): unknown {
  for (const { content } of messages) {
    const block = readDataBlock(content);
    if (block !== null) return block;
  }
  return null;
}
