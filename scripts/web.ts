import { once } from "node:events";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { atMost } from "#lib/server/at-most.ts";
import { noteAddress } from "#lib/server/auth/client-address.ts";
import { closeConnections } from "#lib/server/database/client.ts";
import { env, root } from "#lib/server/env.ts";
import { stopInProcessWorker } from "#lib/server/in-process-worker.ts";

const graceMs = 1_000;
const workerLimitMs = 3_000;
const closeLimitMs = 1_000;

/** A web server that answers requests. */
export type Web = {
  /** Lets answers under way finish for a second, then closes what is open, the worker and the database connections. */
  stop(): Promise<void>;
};

/**
 * Serves the product on HOST and PORT; its worker comes with it, see instrumentation.ts.
 *
 * @param isDevelopment compiles pages as they are asked for and reloads them as they change
 * @throws Error if the port is taken
 */
export async function startWeb(isDevelopment: boolean): Promise<Web> {
  const server = createServer();
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const app = next({ dev: isDevelopment, dir: root, hostname: env.host, port: env.port, httpServer: server });

  const stop = async () => {
    const isClosed = server.listening ? once(server, "close") : undefined;
    server.close();
    server.closeIdleConnections();
    // Streams and web sockets never end by themselves.
    setTimeout(() => sockets.forEach((socket) => void socket.destroy()), graceMs).unref();
    await Promise.all([isClosed, atMost(workerLimitMs, stopInProcessWorker())]);
    await atMost(closeLimitMs, Promise.all([app.close(), closeConnections()]));
  };

  try {
    await app.prepare();
    const answer = app.getRequestHandler();
    server.on("request", (request, response) => {
      // Before anything reads the request: guessing passwords is counted against this address.
      noteAddress(request);
      void answer(request, response);
    });
    server.listen(env.port, env.host);
    await once(server, "listening");
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
