import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, jsonSchema, type LanguageModel, Output } from "ai";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { JsonSchema, Request } from "#lib/domain/deliberation/prompts.ts";
import type { Role } from "#lib/domain/deliberation/recipe.ts";
import type { Usage } from "#lib/domain/endpoint/cost.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { CallFailed, exchange } from "./exchange.ts";

const { faults } = endpointStrings;

// What an endpoint does not support shows in its replies; the console is not ours to write to.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Where a call goes: an endpoint version with its key. */
export type Target = { baseUrl: string; model: string; structuredOutputs: boolean; key: string | null };

export type Question = {
  request: Request;
  sampling: Role["sampling"];
  maxOutputTokens: number;
  seed: number;
  /** How long the whole call may take, in milliseconds. */
  deadlineMs: number;
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
  const answer = await withDeadline(question.deadlineMs, signal, (stop) => generate(target, question, stop));
  return withoutKey({ ...answer, latencyMs: Math.round(performance.now() - begun) }, target.key);
}

type Partial = Omit<Answer, "latencyMs">;

/** A watchdog of our own: answers when the time is up, also if what it watches does not stop when told. */
async function withDeadline(
  deadlineMs: number,
  signal: AbortSignal,
  run: (stop: AbortSignal) => Promise<Partial>,
): Promise<Partial> {
  const stop = new AbortController();
  const { promise: cut, resolve } = Promise.withResolvers<Partial>();
  const end = (fault: Partial) => {
    stop.abort();
    resolve(fault);
  };
  const onTime = () => end(failed("timeout", faults.deadline(Math.round(deadlineMs / 1_000))));
  const onAbort = () => end(failed("lost", faults.lost));
  const timer = setTimeout(onTime, deadlineMs);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([cut, run(stop.signal)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}

async function generate(target: Target, question: Question, stop: AbortSignal): Promise<Partial> {
  const { request, sampling } = question;
  try {
    const result = await generateText({
      model: modelOf(target),
      instructions: request.instructions,
      messages: request.messages,
      ...(target.structuredOutputs && { output: formOf(request.schemaName, request.schema) }),
      maxOutputTokens: question.maxOutputTokens,
      ...(sampling.temperature !== null && { temperature: sampling.temperature }),
      ...(sampling.topP !== null && { topP: sampling.topP }),
      seed: question.seed,
      maxRetries: 0,
      abortSignal: stop,
      // Only there does a reply say that the model declined.
      include: { responseBody: true },
    });
    const { usage, finishReason } = result;
    return {
      ...judged(finishReason, result.text, isRefusal(result.response.body), question.maxOutputTokens),
      text: result.text,
      retryAfterMs: null,
      finishReason,
      model: result.response.modelId,
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
  finishReason: string,
  text: string,
  refuses: boolean,
  limit: number,
): Pick<Answer, "fault" | "detail"> {
  if (refuses) return { fault: "refused", detail: faults.refused };
  if (finishReason === "content-filter") return { fault: "content_filtered", detail: faults.filteredReply };
  if (finishReason === "length") return { fault: "truncated", detail: faults.truncated(limit) };
  if (finishReason === "error" && text === "") return { fault: "server_error", detail: faults.noChoice };
  return { fault: null, detail: null };
}

/** OpenAI's wire format has a field for declining the task. */
function isRefusal(body: unknown): boolean {
  const reply = body as { choices?: { message?: { refusal?: unknown } }[] } | null;
  const refusal = reply?.choices?.[0]?.message?.refusal;
  return typeof refusal === "string" && refusal !== "";
}

function failureIn(error: unknown): CallFailed | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof CallFailed) return at;
  return null;
}

/** An answer that never came, because no call was made. */
export function noAnswer(fault: FaultCode, detail: string): Answer {
  return { ...failed(fault, detail), latencyMs: 0 };
}

function failed(fault: FaultCode, detail: string): Partial {
  const nothing = { text: null, retryAfterMs: null, finishReason: null, model: null };
  return { fault, detail, ...nothing, tokensIn: null, tokensCached: null, tokensOut: null };
}

/** Shorter keys stand in for none, with servers that want some word; taking them out would garble what was said. */
const shortestSecret = 12;

/** A model may repeat what it was sent, and a gateway what it was shown. */
function withoutKey(answer: Answer, key: string | null): Answer {
  if (!key || key.length < shortestSecret) return answer;
  const cleaned = (text: string | null) => text?.replaceAll(key, "[key]") ?? null;
  return { ...answer, text: cleaned(answer.text), model: cleaned(answer.model) };
}

const known = new Map<string, LanguageModel>();

function modelOf({ baseUrl, model, structuredOutputs, key }: Target): LanguageModel {
  const name = JSON.stringify([baseUrl, model, structuredOutputs, key]);
  const found = known.get(name);
  if (found) return found;
  // A mended key leaves its predecessor behind: forget all rather than keep every key that ever was.
  if (known.size >= 100) known.clear();
  const provider = createOpenAICompatible({
    name: "endpoint",
    baseURL: baseUrl,
    ...(key !== null && { apiKey: key }),
    supportsStructuredOutputs: structuredOutputs,
    fetch: exchange,
  });
  const made = provider.chatModel(model);
  known.set(name, made);
  return made;
}

const forms = new Map<string, ReturnType<typeof makeForm>>();

function formOf(name: string, schema: JsonSchema) {
  const form = forms.get(name) ?? makeForm(name, schema);
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
