import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { goodReply, readAsked } from "./fake-replies.ts";
import type { Failing, Received, Sent, Wire } from "./wires/wire.ts";

export type FakeProvider = {
  /** Base URL, with nothing after the port. */
  url: string;
  /** Every request, as it came. */
  received: Received[];
  close(): Promise<void>;
};

/**
 * Starts a provider that takes nothing but its own wire format and its own key, and answers every stage in it.
 *
 * @param key that it trusts
 * @param failing how it fails the next request; null is not at all
 */
export async function startFakeProvider(
  wire: Wire,
  { key = () => wire.key, failing = () => null }: { key?: () => string; failing?: () => Failing | null } = {},
): Promise<FakeProvider> {
  const received: Received[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const one: Received = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      text: await bodyOf(request),
    };
    received.push(one);
    send(response, answerTo(one, received.length));
  }

  function answerTo(one: Received, n: number): Sent {
    if (one.method !== "POST" || one.path !== wire.path) return { status: 404, body: {} };
    if (!wire.isTrusted(one, key())) return wire.distrusts;
    const fails = failing();
    if (fails) return fails.sent(key());
    const body: unknown = JSON.parse(one.text);
    if (!wire.Body.safeParse(body).success) return wire.malformed;
    const asked = readAsked(wire.read(body).content, null);
    return wire.says(JSON.stringify(goodReply(asked, `(m${n})`)), body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, { status, body, headers }: Sent) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
