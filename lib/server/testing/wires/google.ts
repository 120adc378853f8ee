import { z } from "zod";
import type { Wire } from "./wire.ts";

const parts = z.tuple([z.strictObject({ text: z.string() })]);

const Body = z.strictObject({
  systemInstruction: z.strictObject({ parts }),
  contents: z.array(z.strictObject({ role: z.enum(["user", "model"]), parts })),
  generationConfig: z.strictObject({
    maxOutputTokens: z.int(),
    temperature: z.number(),
    seed: z.int(),
    responseMimeType: z.literal("application/json").optional(),
    responseJsonSchema: z.record(z.string(), z.unknown()).optional(),
  }),
});

const reply = (more: object) => ({
  status: 200,
  body: {
    ...more,
    usageMetadata: {
      promptTokenCount: 1_200,
      cachedContentTokenCount: 900,
      // What a model thinks is billed as output, and counted apart from it.
      candidatesTokenCount: 50,
      thoughtsTokenCount: 30,
      totalTokenCount: 1_280,
    },
    modelVersion: "gemini-2.5-flash-002",
    responseId: "r1",
  },
});

const candidate = (text: string | null, finishReason: string) =>
  reply({
    candidates: [
      { index: 0, finishReason, content: { role: "model", ...(text !== null && { parts: [{ text }] }) } },
    ],
  });

const error = (code: number, status: string, message: string, details: unknown[] = []) => ({
  status: code,
  body: { error: { code, message, status, details } },
});

const quotaFailure = (...quotaIds: string[]) => ({
  "@type": "type.googleapis.com/google.rpc.QuotaFailure",
  violations: quotaIds.map((quotaId) => ({ quotaId })),
});
const retryIn = (retryDelay: string) => ({ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay });
const overQuota =
  "You exceeded your current quota, please check your plan and billing details. See https://ai.google.dev/gemini-api/docs/rate-limits.";

const wrongKey = (key: string) =>
  error(400, "INVALID_ARGUMENT", `API key not valid: ${key}. Please pass a valid API key.`, [
    { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID" },
  ]);

/** Google: `POST /models/{model}:generateContent`. */
export const google: Wire = {
  provider: "google",
  model: "gemini-2.5-flash",
  region: null,
  key: "AIza-canary-google-123",
  path: "/models/gemini-2.5-flash:generateContent",
  isTrusted: ({ headers }, key) => headers["x-goog-api-key"] === key && headers.authorization === undefined,
  Body,
  read: (body) => {
    const { contents, generationConfig } = Body.parse(body);
    return { content: contents[0]?.parts[0].text ?? "", schema: generationConfig.responseJsonSchema };
  },
  says: (text) => candidate(text, "STOP"),
  modelNamed: "gemini-2.5-flash-002",
  distrusts: wrongKey("x"),
  malformed: error(400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unknown name."),
  failings: [
    {
      name: "a reply cut at the limit",
      code: "truncated",
      sent: () => candidate('{"intents":[{"te', "MAX_TOKENS"),
    },
    { name: "a reply that is all thought", code: "truncated", sent: () => candidate(null, "MAX_TOKENS") },
    { name: "a filtered reply", code: "content_filtered", sent: () => candidate(null, "SAFETY") },
    {
      name: "a filtered reply of another kind",
      code: "content_filtered",
      sent: () => candidate(null, "PROHIBITED_CONTENT"),
    },
    {
      name: "a blocked prompt",
      code: "content_filtered",
      sent: () => reply({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } }),
    },
    {
      name: "too many requests in a minute, with talk of quota",
      code: "rate_limited",
      retryAfterMs: 31_000,
      sent: () =>
        error(429, "RESOURCE_EXHAUSTED", overQuota, [
          quotaFailure("GenerateRequestsPerMinutePerProjectPerModel-FreeTier"),
          retryIn("31s"),
        ]),
    },
    {
      name: "too many requests for the moment",
      code: "rate_limited",
      sent: () => error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
    },
    {
      name: "a quota that is used up for the day",
      code: "no_quota",
      retryAfterMs: 31_000,
      sent: () =>
        error(429, "RESOURCE_EXHAUSTED", overQuota, [
          quotaFailure(
            "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
            "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
          ),
          retryIn("31s"),
        ]),
    },
    {
      name: "no quota, without a word on which",
      code: "no_quota",
      sent: () => error(429, "RESOURCE_EXHAUSTED", overQuota),
    },
    { name: "a wrong key, as a bad request", code: "bad_key", sent: wrongKey },
    {
      name: "a key that is blocked",
      code: "bad_key",
      sent: () => error(403, "PERMISSION_DENIED", "Your API key was reported as leaked."),
    },
    {
      name: "an unknown model",
      code: "no_model",
      sent: () =>
        error(404, "NOT_FOUND", "models/gemini-9 is not found for API version v1beta, or is not supported."),
    },
    {
      name: "too long a request",
      code: "too_long",
      sent: () =>
        error(
          400,
          "INVALID_ARGUMENT",
          "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        ),
    },
    {
      name: "overload",
      code: "overloaded",
      sent: () => error(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
    },
    {
      name: "a failure",
      code: "server_error",
      sent: () => error(500, "INTERNAL", "An internal error has occurred."),
    },
    {
      name: "its own time limit",
      code: "timeout",
      sent: () => error(504, "DEADLINE_EXCEEDED", "The request timed out."),
    },
  ],
};
