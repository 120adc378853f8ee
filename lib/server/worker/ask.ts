import { generateText, jsonSchema, Output } from "ai";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { JsonSchema, Request } from "#lib/domain/deliberation/prompts.ts";
import type { Role } from "#lib/domain/deliberation/recipe.ts";
import type { Usage } from "#lib/domain/endpoint/cost.ts";
import type { AddableProvider } from "#lib/domain/endpoint/provider.ts";
import { declines, modelNamedIn } from "#lib/domain/endpoint/reply-body.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { clientFor, type Target } from "./client.ts";
import { CallFailed, type Depart, departing } from "./exchange.ts";
import { wordsOf } from "./warnings.ts";
import { watched } from "./watchdog.ts";

const { faults } = endpointStrings;

// What an endpoint does not support shows in its replies; the console is not ours to write to.
globalThis.AI_SDK_LOG_WARNINGS = false;

export type Question = {
  request: Request;
  sampling: Role["sampling"];
  maxOutputTokens: number;
  seed: number;
  /** How long the whole call may take, in milliseconds. */
  deadlineMs: number;
  /** Waited for right before the request leaves; without it, it leaves at once. */
  depart?: Depart;
};

/** What came of one call. `text` is what the model said, where it said anything. Times in milliseconds. */
export type Answer = Usage & {
  /** Null where the text is worth reading. */
  fault: FaultCode | null;
  /** One clean sentence in our own words. */
  detail: string | null;
  text: string | null;
  retryAfterMs: number | null;
  finishReason: string | null;
  /** What the client could not send as asked, in its words. */
  warnings: readonly string[];
  /** Model id as the endpoint named it. */
  model: string | null;
  latencyMs: number;
};

/**
 * Makes one LLM call. Never retries and never throws for anything an endpoint does.
 *
 * @param signal abandons the call: its fault is then `lost`
 */
export async function ask(target: Target, question: Question, signal: AbortSignal): Promise<Answer> {
  const begun = performance.now();
  const { deadlineMs } = question;
  const answer = await watched<Untimed>(
    {
      afterMs: deadlineMs,
      onTime: () => failed("timeout", faults.deadline(Math.round(deadlineMs / 1_000))),
      onAbort: () => failed("lost", faults.lost),
    },
    signal,
    (stop) => generate(target, question, stop),
  );
  return withoutKey({ ...answer, latencyMs: Math.round(performance.now() - begun) }, target);
}

/** What came of it, before anybody looks how long it took. */
type Untimed = Omit<Answer, "latencyMs">;

async function generate(target: Target, question: Question, stop: AbortSignal): Promise<Untimed> {
  const { request, sampling } = question;
  try {
    const { model, options } = await clientFor(target);
    const result = await departing.run(question.depart, generateText, {
      model,
      ...(options && { providerOptions: options }),
      ...(request.instructions !== "" && { instructions: request.instructions }),
      messages: request.messages,
      ...(target.structuredOutputs &&
        request.schema && { output: formOf(target.provider, request.schemaName, request.schema) }),
      maxOutputTokens: question.maxOutputTokens,
      ...(sampling.temperature !== null && { temperature: sampling.temperature }),
      ...(sampling.topP !== null && { topP: sampling.topP }),
      seed: question.seed,
      maxRetries: 0,
      abortSignal: stop,
      // The SDK leaves out some of what a reply says.
      include: { responseBody: true },
    });
    const { usage, finishReason, rawFinishReason, warnings } = result;
    const { body, modelId } = result.response;
    const ending = {
      // Claude's word on Amazon Bedrock for a reply that fills the context window.
      isCut: finishReason === "length" || rawFinishReason === "model_context_window_exceeded",
      isRefusal: declines(body, rawFinishReason),
      reason: finishReason,
    };
    return {
      ...judged(ending, result.text, question.maxOutputTokens),
      text: result.text,
      retryAfterMs: null,
      finishReason,
      warnings: warnings?.map(wordsOf) ?? [],
      model: modelNamedIn(body) ?? modelId,
      tokensIn: usage.inputTokens ?? null,
      tokensCached: usage.inputTokenDetails.cacheReadTokens ?? null,
      tokensOut: usage.outputTokens ?? null,
    };
  } catch (error) {
    const failure = failureIn(error);
    if (failure)
      return { ...failed(failure.fault.code, failure.fault.detail), retryAfterMs: failure.retryAfterMs };
    // The SDK's own errors quote prompt and reply: that it could not use the answer is all that is kept of them.
    return failed("server_error", faults.unreadable);
  }
}

/** What speaks against a reply before it is read. */
function judged(
  { reason, isCut, isRefusal }: { reason: string; isCut: boolean; isRefusal: boolean },
  text: string,
  limit: number,
): Pick<Answer, "fault" | "detail"> {
  if (isRefusal) return { fault: "refused", detail: faults.refused };
  if (reason === "content-filter") return { fault: "content_filtered", detail: faults.filteredReply };
  if (isCut) return { fault: "truncated", detail: faults.truncated(limit) };
  if (reason === "error" && text === "") return { fault: "server_error", detail: faults.noChoice };
  return { fault: null, detail: null };
}

function failureIn(error: unknown): CallFailed | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof CallFailed) return at;
  return null;
}

/** An answer that never came, because no call was made. */
export function noAnswer(fault: FaultCode, detail: string): Answer {
  return { ...failed(fault, detail), latencyMs: 0 };
}

function failed(fault: FaultCode, detail: string): Untimed {
  const nothing = { text: null, retryAfterMs: null, finishReason: null, warnings: [], model: null };
  return { fault, detail, ...nothing, tokensIn: null, tokensCached: null, tokensOut: null };
}

/** Shorter keys stand in for none, with servers that want some word; taking them out would garble what was said. */
const shortestSecret = 12;

/** A model may repeat what it was sent, and a gateway what it was shown. */
function withoutKey(answer: Answer, { provider, key }: Target): Answer {
  if (!key) return answer;
  // The pair of an access key is two secrets, and the second alone is worth stealing.
  const secrets = provider === "amazon_bedrock" ? key.split(":") : [key];
  const cleaned = (text: string | null) =>
    secrets
      .filter((secret) => secret.length >= shortestSecret)
      .reduce((rest, secret) => rest?.replaceAll(secret, "[key]") ?? null, text);
  return { ...answer, text: cleaned(answer.text), model: cleaned(answer.model) };
}

const forms = new Map<string, ReturnType<typeof makeForm>>();

function formOf(provider: AddableProvider, schemaName: string, schema: JsonSchema) {
  // Amazon's models refuse a schema that has more than this at its top.
  const isBare = provider === "amazon_bedrock";
  const name = isBare ? `bare ${schemaName}` : schemaName;
  const { type, properties, required } = schema;
  const form = forms.get(name) ?? makeForm(schemaName, isBare ? { type, properties, required } : schema);
  forms.set(name, form);
  return form;
}

/** Sends the schema with the request; reading the reply is `readReply`'s work, so here it stays text. */
function makeForm(name: string, schema: JsonSchema) {
  const form = Output.object({
    name,
    schema: jsonSchema<string>(schema as Parameters<typeof jsonSchema>[0]),
  });
  return { ...form, parseCompleteOutput: async ({ text }: { text: string }) => text };
}
