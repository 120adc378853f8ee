import { afterEach, expect, test } from "vitest";
import { type Listener, watch } from "./poller.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const topic = { key: "a run", version: async () => "1", load: async () => "its figures" };

/** Watches, and tells what it hears first: the value, or that it is cut off. */
function firstHeard(mayListen: Listener<string>["mayListen"]): Promise<string> {
  return new Promise((resolve) => {
    const stop = watch(topic, {
      seen: null,
      mayListen,
      send(_, value) {
        resolve(value);
        return true;
      },
      keepAlive() {},
      close: () => resolve("cut off"),
    });
    stops.push(stop);
  });
}

test("a page that begins to listen while others are asked whether they still may is not cut off with them", async () => {
  const asking = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<boolean>();
  const former = firstHeard(() => {
    asking.resolve();
    return answer.promise;
  });
  await asking.promise;
  const latter = firstHeard(async () => true);
  answer.resolve(false);
  expect(await Promise.all([former, latter])).toEqual(["cut off", "its figures"]);
});
