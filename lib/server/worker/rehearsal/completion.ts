import { seedFor } from "#lib/domain/deliberation/seed.ts";
import { answerTo, type ChatRequest } from "./answer.ts";

/** Models by how long they take: one for bulk and tests, one for people who watch. */
export const models = ["rehearsal", "rehearsal-paced"] as const;

/** English text has about four characters a token. */
const charactersPerToken = 4;

/** Endpoints cache a prompt in blocks, and only when it is long. */
const cacheBlock = 128;

/**
 * A chat completion as an OpenAI-compatible endpoint sends it, with the usage a model would have had.
 *
 * @param cachedCharacters how much of the request's beginning was seen before
 */
export function completionFor(request: ChatRequest, cachedCharacters: number) {
  const full = answerTo(request);
  const limit = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  const isCut = tokensOf(full.length) > limit;
  const content = isCut ? full.slice(0, limit * charactersPerToken) : full;
  const input = tokensOf(charactersOf(request));
  const output = tokensOf(content.length);
  return {
    id: `chatcmpl-rehearsal-${seedFor(JSON.stringify(request)).toString(16)}`,
    object: "chat.completion",
    created: 0,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content },
        logprobs: null,
        finish_reason: isCut ? "length" : "stop",
      },
    ],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: {
        cached_tokens: Math.floor(tokensOf(cachedCharacters) / cacheBlock) * cacheBlock,
      },
    },
  };
}

/** How long the answer should take, in milliseconds: nothing, or what a person can follow. */
export function paceOf(request: ChatRequest): number {
  if (request.model !== "rehearsal-paced") return 0;
  const spread = seedFor(JSON.stringify(request.messages)) / 2 ** 32;
  return Math.round(600 + 900 * spread);
}

function charactersOf({ messages }: ChatRequest): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}

function tokensOf(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}
