import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Gate, openGate, type Permit, type Turned } from "./gate.ts";
import type { Report, Share } from "./share.ts";

const generous: Share = {
  atMs: 0,
  slots: 2,
  requests: null,
  firstMs: null,
  everyMs: null,
  tokens: null,
  isStopped: false,
  closedMs: 0,
};

let share: Share;
let isAway: boolean;
/** How long the database takes. */
let delay: Promise<void>;
let reports: Report[];
let gate: Gate;

beforeEach(() => {
  vi.useFakeTimers();
  share = generous;
  isAway = false;
  delay = Promise.resolve();
  reports = [];
  gate = openGate({
    async lease(report) {
      if (isAway) throw new Error("away");
      reports.push(report);
      await delay;
      return { ...share, atMs: performance.now() };
    },
    onAdmitted() {},
    onTrouble() {},
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets calls ask for leave; answers which of them were let through or turned away so far. */
function ask(names: string, { priority = 0, patienceMs = 5_000, tokens = 1 } = {}) {
  const results = new Map<string, Permit | Turned>();
  const never = new AbortController().signal;
  for (const name of names) {
    gate.pass(tokens, priority, patienceMs, never).then((result) => results.set(name, result));
  }
  return {
    through: () =>
      [...results]
        .filter(([, result]) => result.kind === "permit")
        .map(([name]) => name)
        .join(""),
    turned: () =>
      [...results]
        .filter(([, result]) => result.kind !== "permit")
        .map(([name, { kind }]) => `${name} ${kind}`),
    depart(name: string) {
      const permit = results.get(name);
      let hasLeft = false;
      if (permit?.kind === "permit")
        permit.depart(never).then(() => {
          hasLeft = true;
        });
      return { hasLeft: () => hasLeft };
    },
    release(name: string, verdict: "answered" | "failed" = "answered", used: number | null = null) {
      const permit = results.get(name);
      if (permit?.kind === "permit") permit.release(verdict, used);
    },
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("as many calls pass as the share has slots; the next follows when one ends", async () => {
  const calls = ask("abcd");
  await pass(50);
  expect(calls.through()).toBe("ab");
  calls.release("a");
  await pass(0);
  expect(calls.through()).toBe("abc");
});

test("who is watched goes first", async () => {
  share = { ...generous, slots: 0 };
  const bulk = ask("ab");
  const watched = ask("w", { priority: 10 });
  share = { ...generous, slots: 1 };
  await pass(300);
  expect([watched.through(), bulk.through()]).toEqual(["w", ""]);
});

test("nothing passes once the lease has run out, and again when it is renewed", async () => {
  const first = ask("a");
  await pass(50);
  expect(first.through()).toBe("a");
  isAway = true;
  await pass(3_000);
  first.release("a");
  const second = ask("b");
  await pass(500);
  expect(second.through()).toBe("");
  isAway = false;
  await pass(500);
  expect(second.through()).toBe("b");
});

test("calls begin when the share says, and no sooner", async () => {
  share = { ...generous, slots: 10, requests: 3, firstMs: 100, everyMs: 100 };
  const calls = ask("abc");
  await pass(20);
  share = { ...share, requests: 0 };
  expect(calls.through()).toBe("");
  await pass(90);
  expect(calls.through()).toBe("a");
  await pass(100);
  expect(calls.through()).toBe("ab");
});

test("a request that comes too late for its moment leaves in that of another call", async () => {
  share = { ...generous, slots: 10, requests: 4, firstMs: 0, everyMs: 100 };
  const calls = ask("abc");
  await pass(10);
  share = { ...share, requests: 0 };
  await pass(20);
  const inTime = calls.depart("a");
  await pass(0);
  expect(inTime.hasLeft()).toBe(true);
  await pass(100);
  expect(calls.through()).toBe("ab");
  await pass(40);
  const tooLate = calls.depart("b");
  await pass(20);
  expect([tooLate.hasLeft(), calls.through()]).toEqual([false, "ab"]);
  await pass(15);
  expect([tooLate.hasLeft(), calls.through()]).toEqual([true, "ab"]);
  await pass(100);
  expect(calls.through()).toBe("abc");
});

test("a late request leaves in the end, also while the database is away or the gate is closed", async () => {
  share = { ...generous, slots: 10, requests: 2, firstMs: 0, everyMs: 50 };
  const calls = ask("ab");
  await pass(80);
  isAway = true;
  await pass(200);
  const first = calls.depart("a");
  await pass(1_900);
  expect(first.hasLeft()).toBe(false);
  await pass(100);
  expect(first.hasLeft()).toBe(true);
  const second = calls.depart("b");
  await pass(10);
  expect(second.hasLeft()).toBe(false);
  await gate.close();
  expect(second.hasLeft()).toBe(true);
});

test("where requests are seconds apart none is late for a new connection", async () => {
  share = { ...generous, slots: 10, requests: 1, firstMs: 0, everyMs: 6_400 };
  const calls = ask("a");
  await pass(30);
  share = { ...share, requests: 0 };
  await pass(400);
  const slow = calls.depart("a");
  await pass(0);
  expect(slow.hasLeft()).toBe(true);
});

test("a late request gets a moment soon, also while others wait for its slot", async () => {
  share = { ...generous, slots: 1, requests: 2, firstMs: 0, everyMs: 20 };
  const calls = ask("ab");
  await pass(80);
  const late = calls.depart("a");
  await pass(50);
  expect([late.hasLeft(), calls.through()]).toEqual([true, "a"]);
});

test("for each of several late requests a moment is asked for at once", async () => {
  share = { ...generous, slots: 10, requests: 3, firstMs: 0, everyMs: 100 };
  const calls = ask("ab");
  await pass(160);
  share = { ...share, requests: 1, firstMs: 40 };
  const late = [calls.depart("a"), calls.depart("b")];
  await pass(50);
  expect(late.map((one) => one.hasLeft())).toEqual([true, true]);
});

test("more moments are asked for as soon as the last one is taken while somebody waits", async () => {
  share = { ...generous, slots: 4, requests: 2, firstMs: 0, everyMs: 50 };
  ask("ab");
  await pass(10);
  const third = ask("c");
  await pass(80);
  expect(third.through()).toBe("c");
});

test("a limit that is lifted holds nobody up any longer, nor a late request", async () => {
  share = { ...generous, slots: 10, requests: 1, firstMs: 0, everyMs: 1_000 };
  const calls = ask("abc");
  await pass(80);
  share = { ...share, requests: 0 };
  const late = calls.depart("a");
  await pass(200);
  share = { ...generous, slots: 10 };
  await pass(250);
  expect([late.hasLeft(), calls.through()]).toEqual([true, "abc"]);
});

test("who got fewer slots than asked for asks again at the usual pace, and for more of what was given at once", async () => {
  share = { ...generous, slots: 2 };
  ask("abcd");
  await pass(20);
  ask("efghijklmnop");
  await pass(200);
  expect(reports).toHaveLength(1);
  await pass(60);
  expect(reports.at(-1)).toMatchObject({ inUse: 2, wanted: 2 + 14 + 8 });
  share = { ...generous, slots: 24 };
  await pass(250);
  const before = reports.length;
  ask("qrstuvwxyz");
  await pass(60);
  expect(reports.length).toBeGreaterThan(before);
});

test("a call waits for the tokens it may need; what it did not use is given back", async () => {
  share = { ...generous, tokens: 100 };
  const calls = ask("ab", { tokens: 80 });
  await pass(20);
  share = { ...generous, tokens: 0 };
  expect(calls.through()).toBe("a");
  calls.release("a", "answered", 30);
  await pass(300);
  expect(reports.reduce((sum, { backTokens }) => sum + backTokens, 0)).toBe(20 + 50);
  share = { ...generous, tokens: 80 };
  await pass(300);
  expect(calls.through()).toBe("ab");
});

test("a limit of tokens that is far away holds nobody up while the next share is on its way", async () => {
  share = { ...generous, slots: 4, tokens: 1_000 };
  const first = ask("abcd", { tokens: 10 });
  await pass(50);
  let answer = () => {};
  delay = new Promise((resolve) => {
    answer = resolve;
  });
  const later = ask("efgh", { tokens: 10 });
  await pass(300);
  first.release("a");
  await pass(0);
  expect(later.through()).toBe("e");
  answer();
  await pass(300);
  expect(reports.at(-1)).toMatchObject({ backTokens: 1_000 - 50 });
});

test("the one call by which a breaker tries is told of before the next is made", async () => {
  share = { ...generous, slots: 1 };
  const calls = ask("abc");
  await pass(50);
  expect(calls.through()).toBe("a");
  share = { ...generous, slots: 0, closedMs: 9_000 };
  calls.release("a", "failed");
  await pass(300);
  expect(calls.through()).toBe("a");
  expect(calls.turned()).toEqual(["b closed", "c closed"]);
  expect(reports.at(-1)).toMatchObject({ failed: 1 });
});

test("those who wait are told why: stopped, closed for a while, or only busy", async () => {
  share = { ...generous, slots: 0, isStopped: true };
  const stopped = ask("a");
  await pass(300);
  expect(stopped.turned()).toEqual(["a stopped"]);
  share = { ...generous, slots: 0, closedMs: 9_000 };
  const closed = ask("b");
  await pass(300);
  expect(closed.turned()).toEqual(["b closed"]);
  share = { ...generous, slots: 0 };
  const busy = ask("c", { patienceMs: 1_000 });
  await pass(1_100);
  expect(busy.turned()).toEqual(["c busy"]);
});

test("what became of calls is reported once, and an idle gate reports nothing", async () => {
  const calls = ask("ab");
  await pass(50);
  calls.release("a");
  calls.release("b", "failed");
  calls.release("b", "failed");
  await pass(2_000);
  const sum = (key: "answered" | "failed") => reports.reduce((n, report) => n + report[key], 0);
  expect([sum("answered"), sum("failed")]).toEqual([1, 1]);
  expect(reports.at(-1)).toMatchObject({ inUse: 0, wanted: 0 });
  const before = reports.length;
  await pass(5_000);
  expect(reports.length).toBe(before);
});

test("a closed gate lets nobody through and leaves nothing leased", async () => {
  const calls = ask("abc");
  await pass(50);
  await gate.close();
  expect(calls.turned()).toEqual(["c left"]);
  expect(reports.at(-1)).toMatchObject({ inUse: 0, wanted: 0 });
  const late = ask("d");
  await pass(0);
  expect(late.turned()).toEqual(["d left"]);
});
