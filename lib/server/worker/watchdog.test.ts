import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watched } from "./watchdog.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = { afterMs: 1_000, onTime: () => "too late", onAbort: () => "abandoned" };
const never = () => new AbortController().signal;

test("what settles in time answers for itself, and leaves no timer behind", async () => {
  expect(await watched(limits, never(), async () => "done")).toBe("done");
  expect(vi.getTimerCount()).toBe(0);
});

test("a client that never settles and ignores its signal is given up by our own timer", async () => {
  let told: AbortSignal | null = null;
  const answer = watched(limits, never(), (stop) => {
    told = stop;
    return new Promise<string>(() => {});
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toMatchObject({ aborted: false });
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe("too late");
  expect(told).toMatchObject({ aborted: true });
});

test("so is one that was abandoned, at once", async () => {
  const leave = new AbortController();
  const answer = watched(limits, leave.signal, () => new Promise<string>(() => {}));
  leave.abort();
  expect(await answer).toBe("abandoned");
  expect(await watched(limits, leave.signal, () => new Promise<string>(() => {}))).toBe("abandoned");
  expect(vi.getTimerCount()).toBe(0);
});

test("a word that comes too late is not heard", async () => {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const answer = watched(limits, never(), () => late);
  await vi.advanceTimersByTimeAsync(1_000);
  resolve("done after all");
  expect(await answer).toBe("too late");
});
