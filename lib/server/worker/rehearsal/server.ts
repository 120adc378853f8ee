import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { ChatRequest } from "./answer.ts";
import { completionFor, models, paceOf } from "./completion.ts";
import { seenBefore } from "./seen-before.ts";

/** A running rehearsal: `url` is the base URL of an OpenAI-compatible endpoint, ending in `/v1`. */
export type Rehearsal = { url: string; close: () => Promise<void> };

let running: Promise<Rehearsal> | null = null;

/**
 * Starts the scripted endpoint on a free port of the loopback interface, once per process; later calls get
 * the same one until it is closed. It does not keep the process alive.
 */
export function startRehearsal(): Promise<Rehearsal> {
  running ??= listen().catch((error: unknown) => {
    running = null;
    throw error;
  });
  return running;
}

async function listen(): Promise<Rehearsal> {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => fail(response, 500, "server_error", "The rehearsal failed."));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    running = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method} ${request.url?.split("?")[0]}`;
  if (route === "GET /v1/models") {
    return send(response, 200, {
      object: "list",
      data: models.map((id) => ({ id, object: "model", owned_by: "colloquy" })),
    });
  }
  if (route !== "POST /v1/chat/completions")
    return fail(response, 404, "not_found", `There is no ${route} here.`);

  const chat = ChatRequest.safeParse(parsed(await bodyOf(request)));
  if (!chat.success)
    return fail(response, 400, "invalid_request_error", "The body is not a chat completion request.");
  if (!models.some((model) => model === chat.data.model)) {
    return fail(response, 404, "model_not_found", `The rehearsal has no model ${chat.data.model}.`);
  }

  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const isThere = await sleep(paceOf(chat.data), true, { signal: gone.signal }).catch(() => false);
  if (isThere) send(response, 200, completionFor(chat.data, seenBefore(chat.data)));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function fail(response: ServerResponse, status: number, code: string, message: string): void {
  send(response, status, { error: { message, type: code, param: null, code } });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
