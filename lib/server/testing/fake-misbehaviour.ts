import type { ServerResponse } from "node:http";
import { type Asked, goodReply } from "./fake-replies.ts";

/** How the endpoint may misbehave with one request. */
export type Misbehaviour =
  | "bad_json"
  | "bad_key"
  | "bad_request"
  | "busy"
  | "conflict"
  | "cut"
  | "cut_json"
  | "declines"
  | "empty"
  | "error_in_success"
  | "extra_keys"
  | "fenced"
  | "fenced_only"
  | "filtered"
  | "hangs"
  | "html"
  | "no_choices"
  | "no_model"
  | "no_quota"
  | "no_usage"
  | "overloaded"
  | "rate_limited"
  | "reasons"
  | "redirects"
  | "refuses"
  | "resets"
  | "server_error"
  | "stalls"
  | "strange_text"
  | "thinks"
  | "too_long"
  | "truncated"
  | "upstream_timeout"
  | "wrong_shape";

/** A call as far as its reply depends on it. */
type Call = Asked & { n: number; mark: string; key: string | null; misbehaved: Misbehaviour | null };

const usage = { prompt_tokens: 1_200, completion_tokens: 80, prompt_tokens_details: { cached_tokens: 900 } };

/**
 * Answers one call, or fails to, as planned.
 *
 * @param retryAfter headers that go with 429
 * @param more is said in a good reply besides
 */
export function respond(
  response: ServerResponse,
  model: string,
  call: Call,
  retryAfter: Record<string, string>,
  more: string,
) {
  const good = JSON.stringify(goodReply(call, call.mark, more));
  const complete = (
    content: string | null,
    said: { finish?: string; refusal?: string; reasoning_content?: string; usage?: unknown } = {},
  ) =>
    send(response, 200, {
      id: `call-${call.n}`,
      object: "chat.completion",
      created: 1,
      model: `${model}-2026`,
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content,
            ...(said.refusal && { refusal: said.refusal }),
            ...(said.reasoning_content && { reasoning_content: said.reasoning_content }),
          },
          finish_reason: said.finish ?? "stop",
        },
      ],
      usage: "usage" in said ? said.usage : usage,
    });
  // What providers write into errors: the key that was sent, among other things.
  const fail = (status: number, code: string, headers = {}) =>
    send(response, status, { error: { message: `${code} for key ${call.key}`, type: code, code } }, headers);

  switch (call.misbehaved) {
    case null:
      return complete(good);
    case "no_usage":
      return complete(good, { usage: undefined });
    case "fenced":
      return complete(`Here it is:\n\`\`\`json\n${good}\n\`\`\``);
    case "fenced_only":
      return complete(`\`\`\`json\n${good}\n\`\`\``);
    case "extra_keys":
      return complete(`{"zzz":1,"__proto__":{"polluted":1},${good.slice(1)}`);
    case "reasons":
      return complete(good, { reasoning_content: "Let me see {…}" });
    case "thinks":
      return complete(`<think>Let me see {…}</think>${good}`);
    case "strange_text":
      return complete(good.replace("program", "pro\\u0000gram \\ud83d"));
    case "bad_json":
      return complete(`${good.slice(0, -1)},}`);
    case "cut_json":
      return complete(good.slice(0, -40));
    case "wrong_shape":
      return complete(JSON.stringify({ intents: "not a list", thoughts: 4, response: null }));
    case "empty":
      return complete("");
    case "declines":
      return complete("I'm sorry, but I can't help with that.");
    case "refuses":
      return complete(null, { refusal: "I'm sorry, I can't help with that." });
    case "filtered":
      return complete("", { finish: "content_filter" });
    case "truncated":
      return complete(good.slice(0, -40), { finish: "length" });
    case "no_choices":
      return send(response, 200, { id: "x", object: "chat.completion", choices: [], usage });
    case "error_in_success":
      return send(response, 200, { error: { message: "upstream failed", type: "server_error", code: 500 } });
    case "server_error":
      return fail(500, "server_error");
    case "html":
      return send(response, 502, "<html><body>Bad gateway</body></html>");
    case "upstream_timeout":
      return fail(408, "timeout");
    case "conflict":
      return fail(409, "conflict");
    case "busy":
      return fail(529, "overloaded_error");
    case "overloaded":
      return fail(503, "overloaded_error");
    case "rate_limited":
      return fail(429, "rate_limit_exceeded", retryAfter);
    case "no_quota":
      return fail(429, "insufficient_quota");
    case "bad_key":
      return fail(401, "invalid_api_key");
    case "no_model":
      return fail(404, "model_not_found");
    case "bad_request":
      return fail(400, "invalid_request_error");
    case "too_long":
      return fail(400, "context_length_exceeded");
    case "redirects":
      return send(response, 302, "", { location: "http://127.0.0.1:9/elsewhere" });
    case "resets":
      response.socket?.destroy();
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": good.length + 500 });
      response.write(`{"choices":[{"message":{"content":${JSON.stringify(good).slice(0, 60)}`);
      response.once("drain", () => response.destroy());
      setTimeout(() => response.destroy(), 10);
      return;
    case "stalls":
      response.writeHead(200, { "content-type": "application/json", "content-length": good.length + 500 });
      response.write(`{"choices":[{"message":{"content":`);
      return;
    case "hangs":
      return;
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": typeof body === "string" ? "text/html" : "application/json",
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
