import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Depart, departing, exchange } from "./exchange.ts";

let server: Server;
let arrived: string[];

beforeEach(async () => {
  arrived = [];
  server = createServer((request, response) => {
    arrived.push(request.url ?? "");
    request.resume().once("end", () => response.end("{}"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(path: string, depart?: Depart, signal?: AbortSignal) {
  const { port } = server.address() as AddressInfo;
  const init = { method: "POST", body: "{}", ...(signal && { signal }) };
  return departing.run(depart, exchange, `http://127.0.0.1:${port}${path}`, init);
}

/** Waits to leave the first time until its connection is gone, which `close` is told to see to. */
function closedOnce(close: () => void): { depart: Depart; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    async depart(gone) {
      asked += 1;
      if (asked > 1) return;
      const over = new Promise((resolve) => gone.addEventListener("abort", resolve, { once: true }));
      close();
      await over;
    },
  };
}

test("a request that waits on a kept connection which the server closes leaves by another, asking once more", async () => {
  await send("/first");
  const { depart, asked } = closedOnce(() => server.closeIdleConnections());
  expect((await send("/second", depart)).status).toBe(200);
  expect([asked(), arrived]).toEqual([2, ["/first", "/second"]]);
});

test("a connection that is closed after the request left is a fault, and nothing is sent twice", async () => {
  await send("/first");
  server.once("request", () => server.closeAllConnections());
  await expect(send("/second")).rejects.toMatchObject({ fault: { code: "network" } });
  expect(arrived).toEqual(["/first", "/second"]);
});

test("a new connection that the server closes while a request waits is a fault", async () => {
  const { depart, asked } = closedOnce(() => server.closeAllConnections());
  await expect(send("/only", depart)).rejects.toMatchObject({ fault: { code: "network" } });
  expect([asked(), arrived]).toEqual([1, []]);
});

test("a request that is given up while it waits does not leave, and its wait ends", async () => {
  const cut = new AbortController();
  const { depart } = closedOnce(() => cut.abort());
  await expect(send("/never", depart, cut.signal)).rejects.toMatchObject({ name: "AbortError" });
  await send("/next");
  expect(arrived).toEqual(["/next"]);
});
