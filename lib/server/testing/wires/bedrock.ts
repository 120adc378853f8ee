import { z } from "zod";
import { readBedrockKey } from "#lib/domain/endpoint/provider.ts";
import { isSignedBy } from "./signature.ts";
import type { Wire } from "./wire.ts";

const texts = z.tuple([z.strictObject({ text: z.string() })]);

const Body = z.strictObject({
  system: texts,
  messages: z.array(z.strictObject({ role: z.enum(["user", "assistant"]), content: texts })),
  inferenceConfig: z.strictObject({ maxTokens: z.int(), temperature: z.number().max(1) }),
  toolConfig: z
    .strictObject({
      tools: z.tuple([
        z.strictObject({
          toolSpec: z.strictObject({
            name: z.literal("json"),
            description: z.string(),
            // Nova turns away a schema with anything else at its top.
            inputSchema: z.strictObject({
              json: z.strictObject({
                type: z.literal("object"),
                properties: z.record(z.string(), z.unknown()),
                required: z.array(z.string()),
              }),
            }),
          }),
        }),
      ]),
      toolChoice: z.strictObject({ any: z.strictObject({}) }),
    })
    .optional(),
});

const converse = (content: unknown[], stopReason: string) => ({
  status: 200,
  headers: { "x-amzn-requestid": "00000000-0000-0000-0000-000000000001" },
  body: {
    metrics: { latencyMs: 12 },
    output: { message: { role: "assistant", content } },
    stopReason,
    // Amazon counts what came from its cache beside the other input, not within it.
    usage: {
      inputTokens: 300,
      cacheReadInputTokens: 900,
      cacheWriteInputTokens: 0,
      outputTokens: 80,
      totalTokens: 1_280,
    },
  },
});

const error = (status: number, type: string, message: string) => ({
  status,
  body: { message },
  headers: { "x-amzn-errortype": `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/` },
});

/** Amazon Bedrock with Nova Pro: `POST /model/{model}/converse`, signed with an access key or with an API key as bearer. */
export const bedrock: Wire = {
  provider: "amazon_bedrock",
  model: "amazon.nova-pro-v1:0",
  region: "eu-west-1",
  key: "AKIACANARY0000000001:canary/secret+access/key0000000000000001",
  path: "/model/amazon.nova-pro-v1%3A0/converse",
  isTrusted: (received, key) => {
    const credentials = readBedrockKey(key);
    if ("apiKey" in credentials) return received.headers.authorization === `Bearer ${credentials.apiKey}`;
    const { authorization = "", "x-amz-security-token": token } = received.headers;
    return (
      token === credentials.sessionToken &&
      authorization.includes("/eu-west-1/bedrock/aws4_request") &&
      isSignedBy(received, credentials)
    );
  },
  Body,
  read: (body) => {
    const { messages, toolConfig } = Body.parse(body);
    return {
      content: messages[0]?.content[0].text ?? "",
      schema: toolConfig?.tools[0].toolSpec.inputSchema.json,
    };
  },
  says: (text, body) =>
    Body.parse(body).toolConfig
      ? converse([{ toolUse: { toolUseId: "t1", name: "json", input: JSON.parse(text) } }], "tool_use")
      : converse([{ text }], "end_turn"),
  modelNamed: "amazon.nova-pro-v1:0",
  distrusts: error(
    403,
    "UnrecognizedClientException",
    "The security token included in the request is invalid.",
  ),
  malformed: error(400, "ValidationException", "Malformed input request: extraneous key is not permitted."),
  failings: [
    { name: "a refusal, in the word of Claude", code: "refused", sent: () => converse([], "refusal") },
    {
      name: "a reply cut at the limit",
      code: "truncated",
      sent: () => converse([{ text: '{"intents":[{"te' }], "max_tokens"),
    },
    {
      name: "a reply that fills the context window",
      code: "truncated",
      sent: () => converse([{ text: '{"intents":[{"te' }], "model_context_window_exceeded"),
    },
    {
      name: "a filtered reply",
      code: "content_filtered",
      sent: () =>
        converse(
          [{ text: "The generated text has been blocked by our content filters." }],
          "content_filtered",
        ),
    },
    {
      name: "a guardrail",
      code: "content_filtered",
      sent: () => converse([{ text: "Sorry, the model cannot answer this." }], "guardrail_intervened"),
    },
    {
      name: "too many tokens for the moment",
      code: "rate_limited",
      sent: () => error(429, "ThrottlingException", "Too many tokens, please wait before trying again."),
    },
    {
      name: "too many requests, with a time to wait",
      code: "rate_limited",
      retryAfterMs: 3_000,
      sent: () => {
        const { headers, ...rest } = error(429, "ThrottlingException", "Too many requests, please wait.");
        return { ...rest, headers: { ...headers, "retry-after": "3" } };
      },
    },
    {
      name: "a quota that is used up for the day",
      code: "no_quota",
      sent: () =>
        error(429, "ThrottlingException", "Too many tokens per day, please wait before trying again."),
    },
    {
      name: "a quota of the account",
      code: "no_quota",
      sent: () =>
        error(
          400,
          "ServiceQuotaExceededException",
          "Your request exceeds the service quota for your account.",
        ),
    },
    {
      name: "a wrong key",
      code: "bad_key",
      sent: (key) => error(403, "UnrecognizedClientException", `The security token ${key} is invalid.`),
    },
    {
      name: "a wrong secret",
      code: "bad_key",
      sent: () =>
        error(
          403,
          "InvalidSignatureException",
          "The request signature we calculated does not match the signature you provided.",
        ),
    },
    {
      name: "a key that has expired",
      code: "bad_key",
      sent: () =>
        error(403, "ExpiredTokenException", "The security token included in the request is expired"),
    },
    {
      name: "an unknown model",
      code: "no_model",
      sent: () => error(400, "ValidationException", "The provided model identifier is invalid."),
    },
    {
      name: "a model without an offer in the region",
      code: "no_model",
      sent: () =>
        error(
          400,
          "ValidationException",
          "Invocation of model ID amazon.nova-pro-v1:0 with on-demand throughput isn’t supported. Retry with an inference profile.",
        ),
    },
    {
      name: "a model that the account may not use",
      code: "no_model",
      sent: () =>
        error(
          403,
          "AccessDeniedException",
          "You don't have access to the model with the specified model ID.",
        ),
    },
    {
      name: "too long a request",
      code: "too_long",
      sent: () => error(400, "ValidationException", "Input is too long for requested model."),
    },
    {
      name: "overload",
      code: "overloaded",
      sent: () =>
        error(503, "ServiceUnavailableException", "The service is currently unavailable. Please try again."),
    },
    {
      name: "a model that failed",
      code: "server_error",
      sent: () => error(424, "ModelErrorException", "The model returned an error while processing."),
    },
    {
      name: "a model that took too long",
      code: "timeout",
      sent: () => error(408, "ModelTimeoutException", "Model has timed out in processing the request."),
    },
    {
      name: "a failure",
      code: "server_error",
      sent: () => error(500, "InternalServerException", "The system encountered an unexpected error."),
    },
  ],
};
