import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Asked, goodReply, readAsked } from "./fake-replies.ts";

/** How the endpoint may misbehave with one request. */
export type Misbehaviour =
  | "bad_json"
  | "bad_key"
  | "bad_request"
  | "cut"
  | "declines"
  | "empty"
  | "error_in_success"
  | "fenced"
  | "filtered"
  | "hangs"
  | "html"
  | "no_choices"
  | "no_model"
  | "no_quota"
  | "no_usage"
  | "overloaded"
  | "rate_limited"
  | "redirects"
  | "refuses"
  | "resets"
  | "server_error"
  | "strange_text"
  | "thinks"
  | "too_long"
  | "truncated";

/** One request as the endpoint saw it: the ledger that no database can make up. */
export type FakeCall = Asked & {
  /** From 1, over all requests. */
  n: number;
  /** What its reply says, if it was a good one. */
  mark: string;
  misbehaved: Misbehaviour | null;
  key: string | null;
  at: number;
  /** Whether the whole reply left this process. */
  delivered: boolean;
};

export type FakeEndpoint = AsyncDisposable & {
  /** Base URL, ending in `/v1`. */
  url: string;
  calls: FakeCall[];
  /** The most requests that were under way at one time. */
  mostAtOnce(): number;
  close(): Promise<void>;
};

type Behaviour = {
  /** How to treat a request; null is well. */
  plan?: (call: Pick<FakeCall, "n" | "stage" | "prompt" | "key">) => Misbehaviour | null;
  /** How long a reply takes. May be changed while it runs. */
  latencyMs?: () => number;
  /** What replies wait for besides. */
  held?: () => Promise<void>;
  /** Sent with 429. */
  retryAfter?: () => Record<string, string>;
  /** What every good reply says besides, to make it longer. */
  more?: () => string;
  /** Hears what is asked, message by message. */
  onAsked?: (messages: readonly string[], asked: Asked) => void;
};

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }).optional(),
});

/** Starts an OpenAI-compatible endpoint that answers every stage and misbehaves as planned. */
export async function startFakeEndpoint({
  plan = () => null,
  latencyMs = () => 0,
  held = () => Promise.resolve(),
  retryAfter = () => ({}),
  more = () => "",
  onAsked = () => {},
}: Behaviour = {}): Promise<FakeEndpoint> {
  const calls: FakeCall[] = [];
  let underWay = 0;
  let most = 0;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = Body.parse(JSON.parse(await bodyOf(request)));
    const key = request.headers.authorization?.replace("Bearer ", "") ?? null;
    const content = body.messages.find((message) => message.role === "user")?.content ?? "";
    const asked = readAsked(content, body.response_format?.json_schema.name ?? null);
    onAsked(
      body.messages.map(({ content }) => content),
      asked,
    );
    const n = calls.length + 1;
    const misbehaved = plan({ n, stage: asked.stage, prompt: asked.prompt, key });
    const call = { ...asked, n, mark: `(m${n})`, misbehaved, key, at: performance.now(), delivered: false };
    calls.push(call);
    underWay += 1;
    most = Math.max(most, underWay);
    response.once("close", () => {
      underWay -= 1;
      call.delivered = response.writableFinished;
    });
    await Promise.all([sleep(latencyMs()), held()]);
    respond(response, body.model, call, retryAfter(), more());
  }

  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    mostAtOnce: () => most,
    close,
    [Symbol.asyncDispose]: close,
  };
}

const usage = { prompt_tokens: 1_200, completion_tokens: 80, prompt_tokens_details: { cached_tokens: 900 } };

function respond(
  response: ServerResponse,
  model: string,
  call: FakeCall,
  retryAfter: Record<string, string>,
  more: string,
) {
  const good = JSON.stringify(goodReply(call, call.mark, more));
  const complete = (
    content: string | null,
    more: { finish?: string; refusal?: string; usage?: unknown } = {},
  ) =>
    send(response, 200, {
      id: `call-${call.n}`,
      object: "chat.completion",
      created: 1,
      model: `${model}-2026`,
      choices: [
        {
          index: 0,
          message: { role: "assistant", content, ...(more.refusal && { refusal: more.refusal }) },
          finish_reason: more.finish ?? "stop",
        },
      ],
      usage: "usage" in more ? more.usage : usage,
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
    case "thinks":
      return complete(`<think>Let me see {…}</think>${good}`);
    case "strange_text":
      return complete(good.replace("program", "pro\\u0000gram \\ud83d"));
    case "bad_json":
      return complete(`${good.slice(0, -1)},}`);
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
