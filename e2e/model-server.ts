import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { startRehearsal } from "#lib/server/worker/rehearsal/server.ts";

/** An LLM service on the loopback interface, which says what the rehearsal says, but when the test wants it. */
export type ModelServer = AsyncDisposable & {
  /** Base URL, ending in `/v1`. */
  url: string;
  model: string;
  /** Lets every request wait from now on. */
  hold(): void;
  /** Answers those that wait, and all that come. */
  release(): void;
};

/**
 * Starts one.
 *
 * @param key what requests have to bring; all others are answered 401
 */
export async function startModelServer(key: string): Promise<ModelServer> {
  const rehearsal = await startRehearsal();
  let open = Promise.withResolvers<void>();
  open.resolve();
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response);
    const body = await bodyOf(request);
    await open.promise;
    await pass(request, body, response, rehearsal.url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    model: "rehearsal",
    hold: () => {
      open = Promise.withResolvers();
    },
    release: () => open.resolve(),
    async [Symbol.asyncDispose]() {
      open.resolve();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(401, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ error: { message: "Incorrect API key provided.", code: "invalid_api_key" } }),
  );
}

async function pass({ method, url }: IncomingMessage, body: string, response: ServerResponse, to: string) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(new URL(url ?? "", to), { method, headers, ...(body && { body }) });
  response.writeHead(answer.status, headers);
  response.end(await answer.text());
}
