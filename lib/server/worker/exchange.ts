import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { type CallFault, faultOfReply } from "#lib/domain/endpoint/reply-fault.ts";
import { retryAfterMs } from "#lib/domain/endpoint/retry-after.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";

const { faults } = endpointStrings;

/** A call that gave no reply that could be read. Holds nothing of what the endpoint wrote. */
export class CallFailed extends Error {
  readonly fault: CallFault;
  /** How long the endpoint asked to wait. */
  readonly retryAfterMs: number | null;

  constructor(fault: CallFault, wait: number | null = null) {
    super(fault.detail);
    this.name = "CallFailed";
    this.fault = fault;
    this.retryAfterMs = wait;
  }
}

/** What a request waits for until it may leave; the signal ends the wait, for the request can leave no more. */
export type Depart = (gone: AbortSignal) => Promise<void>;

/** Waited for once the connection of a request stands and nothing of it was sent; the SDK has no place to hand it on. */
export const departing = new AsyncLocalStorage<Depart | undefined>();

/** More than any model can say in one reply. */
const largestReplyBytes = 8_000_000;

// Connections are kept: the permits limit how many there are. Node's own client costs half the CPU of `fetch`, never
// follows a redirect and has no time limits but ours.
// An idle one is closed before a server that allows five seconds does: a request on a closing connection fails.
const kept = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, timeout: 4_000 };
const plain = new http.Agent(kept);
const secure = new https.Agent(kept);

/**
 * A `fetch` for the AI SDK that tells every way a call can fail apart.
 *
 * @returns a complete 2xx reply that is a JSON object and reports no error
 * @throws CallFailed; an AbortError where the signal fired
 */
export async function exchange(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const { status, headers, body } = await send(url, init, departing.getStore());
  if (status < 200 || status > 299 || isErrorInSuccess(body)) {
    // Amazon names the error in a header.
    const said = `${headers["x-amzn-errortype"] ?? ""} ${body}`;
    throw new CallFailed(faultOfReply(status, said), retryAfterMs(inWords(headers), Date.now(), body));
  }
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

function inWords(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? "")]));
}

type Exchanged = { status: number; headers: http.IncomingHttpHeaders; body: string };

function send(url: URL, init: RequestInit, depart: Depart | undefined): Promise<Exchanged> {
  const { method, headers, body, signal } = init;
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === "https:";
    const text = typeof body === "string" ? body : "";
    const request = (isSecure ? https : http).request(
      url,
      {
        method: method ?? "GET",
        agent: isSecure ? secure : plain,
        headers: { ...namedIn(headers), "content-length": Buffer.byteLength(text) },
        ...(signal && { signal }),
      },
      (response) => read(response).then(resolve, reject),
    );
    request.once("error", (error) => {
      request.destroy();
      if (signal?.aborted) reject(error);
      // The server closed a kept connection while the request waited: nothing was sent, so another does as well.
      else if (request.reusedSocket && !request.writableEnded) resolve(send(url, init, depart));
      else reject(unreachable(error));
    });
    const leave = async () => {
      if (depart) await whileItStands(request, depart);
      if (request.destroyed) return;
      // As text it leaves in one piece with its headers.
      request.end(text);
    };
    request.once("socket", (socket: Socket | TLSSocket) => onceConnected(socket, leave));
  });
}

function whileItStands(request: http.ClientRequest, depart: Depart): Promise<void> {
  const gone = new AbortController();
  request.once("close", () => gone.abort());
  return depart(gone.signal);
}

/** A new connection takes several times as long to stand as a request takes to arrive by one that was kept. */
function onceConnected(socket: Socket | TLSSocket, then: () => void) {
  if ("secureConnecting" in socket && socket.secureConnecting) socket.once("secureConnect", then);
  else if (socket.connecting) socket.once("connect", then);
  else then();
}

/** The SDK gives most headers as an object already, and another pass through `Headers` is not free. */
function namedIn(headers: RequestInit["headers"] = {}): Record<string, string> {
  return Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
}

// Not with `for await`, which costs as much as all else that is done with a reply.
function read(response: http.IncomingMessage): Promise<Exchanged> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= largestReplyBytes) return;
      reject(new CallFailed({ code: "server_error", detail: faults.tooLarge }));
      response.destroy();
    });
    response.once("error", (error) =>
      reject(isAbort(error) ? error : new CallFailed({ code: "cut_reply", detail: faults.cut })),
    );
    response.once("end", () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      }),
    );
  });
}

/** Some servers report an error under status 200. What cannot be parsed was cut off by something on the way. */
function isErrorInSuccess(body: string): boolean {
  let reply: unknown;
  try {
    reply = JSON.parse(body);
  } catch {
    const begun = body.trimStart().startsWith("{");
    throw new CallFailed(
      begun ? { code: "cut_reply", detail: faults.cut } : { code: "server_error", detail: faults.unreadable },
    );
  }
  return typeof reply === "object" && reply !== null && "error" in reply && Boolean(reply.error);
}

function unreachable(error: NodeJS.ErrnoException): CallFailed {
  const code = error.code ?? "no connection";
  // A kept connection that the server closed, or a request it dropped: nothing was answered.
  return new CallFailed({ code: "network", detail: faults.unreachable(code) });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
