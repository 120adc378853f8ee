import { z } from "zod";
import type { Wire } from "./wire.ts";

const text = z.strictObject({ type: z.literal("text"), text: z.string() });

const Body = z.strictObject({
  model: z.literal("claude-haiku-4-5"),
  max_tokens: z.int(),
  temperature: z.number(),
  system: z.tuple([text]),
  messages: z.array(z.strictObject({ role: z.enum(["user", "assistant"]), content: z.tuple([text]) })),
  output_config: z
    .strictObject({
      format: z.strictObject({
        type: z.literal("json_schema"),
        schema: z.record(z.string(), z.unknown()),
      }),
    })
    .optional(),
});

const message = (content: unknown[], stopReason: string) => ({
  status: 200,
  body: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude-haiku-4-5-20251001",
    content,
    stop_reason: stopReason,
    stop_sequence: null,
    // Anthropic counts what came from its cache beside the other input, not within it.
    usage: {
      input_tokens: 300,
      cache_read_input_tokens: 900,
      cache_creation_input_tokens: 0,
      output_tokens: 80,
    },
  },
});

const error = (status: number, type: string, said: string, headers: Record<string, string> = {}) => ({
  status,
  body: { type: "error", error: { type, message: said }, request_id: "req_1" },
  headers,
});

/** Anthropic: `POST /messages`. */
export const anthropic: Wire = {
  provider: "anthropic",
  model: "claude-haiku-4-5",
  region: null,
  key: "sk-ant-canary-123",
  path: "/messages",
  isTrusted: ({ headers }, key) =>
    headers["x-api-key"] === key &&
    headers.authorization === undefined &&
    headers["anthropic-version"] === "2023-06-01",
  Body,
  read: (body) => {
    const { messages, output_config } = Body.parse(body);
    return { content: messages[0]?.content[0].text ?? "", schema: output_config?.format.schema };
  },
  says: (said) => message([{ type: "text", text: said }], "end_turn"),
  modelNamed: "claude-haiku-4-5-20251001",
  distrusts: error(401, "authentication_error", "invalid x-api-key"),
  malformed: error(400, "invalid_request_error", "Extra inputs are not permitted"),
  failings: [
    { name: "a refusal", code: "refused", sent: () => message([], "refusal") },
    {
      name: "a reply cut at the limit",
      code: "truncated",
      sent: () => message([{ type: "text", text: '{"intents":[{"te' }], "max_tokens"),
    },
    {
      name: "a reply that fills the context window",
      code: "truncated",
      sent: () => message([{ type: "text", text: '{"intents":[{"te' }], "model_context_window_exceeded"),
    },
    {
      name: "a filtered reply",
      code: "content_filtered",
      sent: () => error(400, "invalid_request_error", "Output blocked by content filtering policy"),
    },
    {
      name: "too many requests",
      code: "rate_limited",
      retryAfterMs: 17_000,
      sent: () =>
        error(
          429,
          "rate_limit_error",
          "This request would exceed your organization's rate limit of 50,000 input tokens per minute.",
          { "retry-after": "17" },
        ),
    },
    {
      name: "no credit",
      code: "no_quota",
      sent: () =>
        error(
          400,
          "invalid_request_error",
          "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.",
        ),
    },
    {
      name: "a spent limit of one's own",
      code: "no_quota",
      sent: () =>
        error(
          400,
          "invalid_request_error",
          "You have reached your specified API usage limits for this month.",
        ),
    },
    {
      name: "a failing bill",
      code: "no_quota",
      sent: () => error(402, "billing_error", "There is an issue with your billing."),
    },
    {
      name: "a wrong key",
      code: "bad_key",
      sent: (key) => error(401, "authentication_error", `invalid x-api-key ${key}`),
    },
    {
      name: "a key without the right",
      code: "bad_key",
      sent: () =>
        error(403, "permission_error", "Your API key does not have permission to use this resource."),
    },
    {
      name: "an unknown model",
      code: "no_model",
      sent: () => error(404, "not_found_error", "model: claude-nine"),
    },
    {
      name: "too long a prompt",
      code: "too_long",
      sent: () => error(400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum"),
    },
    {
      name: "too large a request",
      code: "too_long",
      sent: () => error(413, "request_too_large", "Request exceeds the maximum size"),
    },
    { name: "overload", code: "overloaded", sent: () => error(529, "overloaded_error", "Overloaded") },
    { name: "a failure", code: "server_error", sent: () => error(500, "api_error", "Internal server error") },
    {
      name: "its own time limit",
      code: "timeout",
      sent: () => error(504, "timeout_error", "Request timed out"),
    },
  ],
};
