import { z } from "zod";
import { Disposition, replySchemas } from "#lib/domain/deliberation/reply.ts";
import { Message } from "#lib/domain/prompt/prompt.ts";

/** Without clauses where the decomposer is to choose among them. */
const Policy = z.object({
  number: z.number(),
  title: z.string(),
  intro: z.string().optional(),
  clauses: z.record(z.string(), z.string()).optional(),
});

/** One of two that are compared. */
const Compared = z.object({
  thoughts: z.array(z.object({ id: z.string(), text: z.string(), clauses: z.array(z.string()) })),
  response: z.string(),
});

/** The data block of a request, as `promptFor` writes it. What a stage does not see is absent. */
export const Inputs = z.object({
  policies: z.array(Policy),
  prompt: z.array(Message).min(1),
  intents: replySchemas.intent.shape.intents.optional(),
  thoughts: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        clauses: z.array(z.string()),
        replacedBy: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  response: z.string().default(""),
  disposition: Disposition.default("comply"),
  first: Compared.optional(),
  second: Compared.optional(),
  you: z.string().default(""),
  round: z.number().default(1),
  best: z.array(z.object({ belief: z.string(), score: z.number() })).default([]),
});

export type Inputs = z.infer<typeof Inputs>;
export type PolicyInput = z.infer<typeof Policy>;
export type ThoughtInput = Inputs["thoughts"][number];
