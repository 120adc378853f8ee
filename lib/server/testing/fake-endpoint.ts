import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Misbehaviour, respond } from "./fake-misbehaviour.ts";
import { type Asked, readAsked } from "./fake-replies.ts";

/** One request as the endpoint saw it: the ledger that no database can make up. */
export type FakeCall = Asked & {
  /** From 1, over all requests. */
  n: number;
  /** What its reply says, if it was a good one. */
  mark: string;
  misbehaved: Misbehaviour | null;
  key: string | null;
  /** When its head arrived, in milliseconds of this process. */
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
  retryAfter?: (prompt: string) => Record<string, string>;
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
    const at = performance.now();
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
    const call = { ...asked, n, mark: `(m${n})`, misbehaved, key, at, delivered: false };
    calls.push(call);
    underWay += 1;
    most = Math.max(most, underWay);
    response.once("close", () => {
      underWay -= 1;
      call.delivered = response.writableFinished;
    });
    await Promise.all([sleep(latencyMs()), held()]);
    respond(response, body.model, call, retryAfter(asked.prompt), more());
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
