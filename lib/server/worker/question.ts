import { hash } from "node:crypto";
import { type JsonSchema, promptFor } from "#lib/domain/deliberation/prompts.ts";
import { answererOf } from "#lib/domain/deliberation/recipe.ts";
import { turnTimeLeft } from "#lib/domain/deliberation/retry.ts";
import { callSeed } from "#lib/domain/deliberation/seed.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import { type Estimate, estimateFor } from "#lib/domain/endpoint/cost.ts";
import type { Question } from "./ask.ts";
import { leftOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** A call before it is made: what is asked, the most it can use, and the hash under which its request is known. */
export type Prepared = {
  question: Omit<Question, "deadlineMs" | "depart">;
  estimate: Estimate;
  requestHash: Buffer;
};

/** Builds the call for a step. The same facts give the same request, so it need not be stored. */
export function prepare(held: Held, step: Ask, version: CastVersion): Prepared {
  const request = promptFor(held.run.plan, held.subject, held.turns, step);
  const { sampling } = answererOf(held.run.plan.recipe, step);
  const text = JSON.stringify([request.instructions, request.messages]);
  const schemaBytes = version.structuredOutputs && request.schema ? bytesOf(request.schema) : 0;
  return {
    question: {
      request,
      sampling,
      maxOutputTokens: step.maxOutputTokens,
      seed: callSeed(held.run.plan.seed, held.id, step.seq, held.attempts + 1),
    },
    estimate: estimateFor(Buffer.byteLength(text) + schemaBytes, step.maxOutputTokens),
    requestHash: hash("sha256", version.model + text, "buffer"),
  };
}

/** How long the call may take: the recipe's word, or less where the turn or the deliberation has less time left. */
export function deadlineFor(held: Held, now: number): number {
  const { plan } = held.run;
  const ofCall = plan.recipe.budgets.callSeconds * 1_000;
  return Math.max(1, Math.min(ofCall, turnTimeLeft(plan, held.faults), leftOf(held, now)));
}

const known = new WeakMap<JsonSchema, number>();

/** Schemas are the same few objects for ever. */
function bytesOf(schema: JsonSchema): number {
  const bytes = known.get(schema) ?? Buffer.byteLength(JSON.stringify(schema));
  known.set(schema, bytes);
  return bytes;
}
