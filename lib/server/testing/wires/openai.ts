import { z } from "zod";
import type { Wire } from "./wire.ts";

const Body = z.strictObject({
  model: z.literal("gpt-4.1-mini"),
  input: z.array(
    z.union([
      z.strictObject({ role: z.literal("system"), content: z.string() }),
      z.strictObject({
        role: z.literal("user"),
        content: z.tuple([z.strictObject({ type: z.literal("input_text"), text: z.string() })]),
      }),
    ]),
  ),
  temperature: z.number(),
  max_output_tokens: z.int(),
  store: z.literal(false),
  text: z
    .strictObject({
      format: z.strictObject({
        type: z.literal("json_schema"),
        strict: z.literal(true),
        name: z.string().regex(/^[a-z_]+$/),
        schema: z.record(z.string(), z.unknown()),
      }),
    })
    .optional(),
});

const usage = {
  input_tokens: 1_200,
  input_tokens_details: { cached_tokens: 900 },
  output_tokens: 80,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 1_280,
};

const response = (content: unknown[], more: object = {}) => ({
  status: 200,
  body: {
    id: "resp_1",
    object: "response",
    created_at: 1_790_000_000,
    status: "completed",
    error: null,
    incomplete_details: null,
    model: "gpt-4.1-mini-2025-04-14",
    output: [{ type: "message", id: "msg_1", status: "completed", role: "assistant", content }],
    usage,
    ...more,
  },
});

const said = (text: string) => ({ type: "output_text", text, annotations: [] });

const error = (
  status: number,
  code: string | null,
  type: string,
  message: string,
  headers: Record<string, string> = {},
) => ({ status, body: { error: { message, type, param: null, code } }, headers });

const wrongKey = (key: string) =>
  error(401, "invalid_api_key", "invalid_request_error", `Incorrect API key provided: ${key}.`);

/** OpenAI: `POST /responses`. */
export const openai: Wire = {
  provider: "openai",
  model: "gpt-4.1-mini",
  region: null,
  key: "sk-canary-openai-123",
  path: "/responses",
  isTrusted: ({ headers }, key) => headers.authorization === `Bearer ${key}`,
  Body,
  read: (body) => {
    const { input, text } = Body.parse(body);
    const user = input.find((message) => message.role === "user");
    return { content: user?.content[0].text ?? "", schema: text?.format.schema };
  },
  says: (text) => response([said(text)]),
  modelNamed: "gpt-4.1-mini-2025-04-14",
  distrusts: wrongKey("sk-x"),
  malformed: error(400, "unknown_parameter", "invalid_request_error", "Unknown parameter."),
  failings: [
    {
      name: "a refusal",
      code: "refused",
      sent: () => response([{ type: "refusal", refusal: "I'm sorry, I can't assist with that." }]),
    },
    {
      name: "a reply cut at the limit",
      code: "truncated",
      sent: () =>
        response([said('{"intents":[{"te')], {
          status: "incomplete",
          incomplete_details: { reason: "max_output_tokens" },
        }),
    },
    {
      name: "a filtered reply",
      code: "content_filtered",
      sent: () =>
        response([], { status: "incomplete", incomplete_details: { reason: "content_filter" }, output: [] }),
    },
    {
      name: "a prompt that it will not take",
      code: "content_filtered",
      sent: () =>
        error(
          400,
          "invalid_prompt",
          "invalid_request_error",
          "Your prompt was flagged as potentially violating our usage policy.",
        ),
    },
    {
      name: "a failure under status 200",
      code: "server_error",
      sent: () =>
        response([], {
          status: "failed",
          output: [],
          error: { code: "server_error", message: "The model failed to generate a response." },
        }),
    },
    {
      name: "too many requests, with talk of billing",
      code: "rate_limited",
      retryAfterMs: 1_500,
      sent: () =>
        error(
          429,
          "rate_limit_exceeded",
          "requests",
          "Rate limit reached for gpt-4.1-mini in organization org-1 on requests per min (RPM): Limit 3, Used 3. Add a payment method at https://platform.openai.com/account/billing to go on faster.",
          { "retry-after": "2", "retry-after-ms": "1500" },
        ),
    },
    {
      name: "no quota",
      code: "no_quota",
      sent: () =>
        error(
          429,
          "insufficient_quota",
          "insufficient_quota",
          "You exceeded your current quota, please check your plan and billing details.",
        ),
    },
    { name: "a wrong key", code: "bad_key", sent: wrongKey },
    {
      name: "an unknown model",
      code: "no_model",
      sent: () =>
        error(
          404,
          "model_not_found",
          "invalid_request_error",
          "The model `gpt-9` does not exist or you do not have access to it.",
        ),
    },
    {
      name: "a model that the project may not use",
      code: "no_model",
      sent: () =>
        error(
          403,
          "model_not_found",
          "invalid_request_error",
          "Project `proj_1` does not have access to model `gpt-9`.",
        ),
    },
    {
      name: "too long a request",
      code: "too_long",
      sent: () =>
        error(
          400,
          "context_length_exceeded",
          "invalid_request_error",
          "Your input exceeds the context window of this model.",
        ),
    },
    {
      name: "overload",
      code: "overloaded",
      sent: () =>
        error(503, null, "server_error", "The engine is currently overloaded, please try again later."),
    },
    {
      name: "a failure",
      code: "server_error",
      sent: () =>
        error(500, "server_error", "server_error", "An error occurred while processing your request."),
    },
  ],
};
