import { describe, expect, test } from "vitest";
import { aidsafe } from "./built-in-recipes.ts";
import { nextStep } from "./engine.ts";
import { type Fault, faultCodes } from "./fault.ts";
import { limitReached } from "./limits.ts";
import type { Budgets } from "./recipe.ts";
import { agree, aidsafePlan, faultsOf, initial, intents, turnsOf } from "./testing.ts";

const plan = aidsafePlan();
const turns = turnsOf(plan, [intents, initial]);
const seq = turns.length;

type Given = Parameters<typeof faultsOf>[1];

const given = (...faults: Given[]) => nextStep(plan, turns, faultsOf(seq, ...faults));
const repeat = (n: number, fault: Given) => Array.from({ length: n }, () => fault);

describe("faults of a call are tried again", () => {
  test.each(["timeout", "network", "server_error", "cut_reply"] as const)(
    "%s waits, then asks the same",
    (code) => {
      expect(given(code)).toMatchObject({
        kind: "wait",
        for: "time",
        because: code,
        ask: { role: "bo", reframe: false, repair: null },
      });
    },
  );

  test("a worker that died is followed at once", () =>
    expect(given("lost")).toMatchObject({ kind: "ask", role: "bo" }));

  test("eight failures are enough", () => {
    expect(given(...repeat(7, "server_error"))).toMatchObject({ kind: "wait" });
    expect(given(...repeat(8, "server_error"))).toMatchObject({ kind: "finish", outcome: "endpoint_failed" });
    expect(given(...repeat(8, "lost"))).toMatchObject({ kind: "finish", outcome: "endpoint_failed" });
  });

  test("ten minutes in calls are enough", () => {
    expect(given(...repeat(5, { code: "timeout", latencyMs: 120_000 }))).toMatchObject({
      outcome: "endpoint_failed",
      reason: "The time for this turn is used up; the last time, the endpoint did not answer in time.",
    });
  });

  test.each(["bad_request", "too_long"] as const)("%s is not tried again", (code) => {
    expect(given({ code, detail: "HTTP 400." })).toMatchObject({
      outcome: "endpoint_failed",
      reason: expect.stringContaining("HTTP 400."),
    });
  });
});

describe("faults of an endpoint are not the deliberation's", () => {
  test.each(["bad_key", "no_quota", "no_model"] as const)(
    "%s waits for someone to mend it, however often",
    (code) => {
      expect(given(...repeat(50, code))).toMatchObject({
        kind: "wait",
        for: "endpoint",
        because: code,
        ask: { role: "bo" },
      });
    },
  );

  test.each(["rate_limited", "overloaded"] as const)(
    "%s waits longer and longer, and never gives up",
    (code) => {
      expect(given(...repeat(50, code))).toMatchObject({ kind: "wait", for: "time", because: code });
    },
  );

  test("they do not use up the attempts of a turn", () => {
    expect(given(...repeat(20, "rate_limited"), ...repeat(7, "timeout"))).toMatchObject({ kind: "wait" });
  });
});

describe("how long it waits", () => {
  const ms = (...faults: Given[]) => {
    const step = given(...faults);
    return step.kind === "wait" && step.for === "time" ? step.ms : Number.NaN;
  };
  const between = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  };

  test("doubles from one second, less up to half", () => {
    between(ms("timeout"), 500, 1_000);
    between(ms("timeout", "network"), 1_000, 2_000);
    between(ms("timeout", "network", "timeout"), 2_000, 4_000);
  });

  test("stops growing at a minute, or at five for a busy endpoint", () => {
    between(ms(...repeat(7, "timeout")), 30_000, 60_000);
    between(ms(...repeat(30, "overloaded")), 150_000, 300_000);
  });

  test("is what the endpoint asked for, and up to a tenth more", () => {
    between(ms({ code: "rate_limited", retryAfterMs: 120_000 }), 120_000, 132_000);
  });

  test("is never longer than ten minutes for an endpoint that asks for an hour", () => {
    between(ms({ code: "rate_limited", retryAfterMs: 3_600_000 }), 600_000, 660_000);
  });

  test("is the same for the same facts and differs by seed", () => {
    expect(ms("timeout")).toBe(ms("timeout"));
    const waits = [1, 2, 3, 4].map((seed) => nextStep({ ...plan, seed }, turns, faultsOf(seq, "timeout")));
    expect(new Set(waits.map((step) => JSON.stringify(step))).size).toBe(4);
  });
});

describe("faults of a reply are asked about once", () => {
  const unread: Given = { code: "bad_json", detail: "`response` is missing.", raw: "{" };

  test("a reply that cannot be read is shown with its fault", () => {
    expect(given(unread)).toMatchObject({
      kind: "ask",
      repair: { fault: "`response` is missing.", raw: "{" },
    });
  });
  test("then it is unparseable, and says what was wrong", () => {
    expect(given(unread, unread)).toMatchObject({
      outcome: "unparseable",
      reason: expect.stringContaining("`response` is missing."),
    });
  });
  test("a refusal of the task is asked again in other words", () => {
    expect(given("refused")).toMatchObject({ kind: "ask", reframe: true });
  });
  test("then the agent has refused, whether by itself or by a filter", () => {
    expect(given("refused", "refused")).toMatchObject({
      outcome: "agent_refused",
      reason: "Bo declined the task, also when it was asked in other words.",
    });
    expect(given("refused", "content_filtered")).toMatchObject({
      outcome: "agent_refused",
      reason:
        "The content filter of Bo's endpoint held the reply back, also when it was asked in other words.",
    });
  });
  test("a reply that was cut off may be longer the next time", () => {
    expect(given("truncated")).toMatchObject({ kind: "ask", maxOutputTokens: 8_192 });
  });
  test("then it is truncated", () =>
    expect(given("truncated", "truncated")).toMatchObject({ outcome: "truncated" }));
  test("where the recipe allows no more, it is truncated at once", () => {
    const tight = aidsafePlan({ budgets: { ...aidsafe.budgets, largestOutputTokens: 1_000 } });
    expect(nextStep(tight, turns, faultsOf(seq, "truncated"))).toMatchObject({ outcome: "truncated" });
  });
  test("what was learnt is kept through other faults", () => {
    expect(given("refused", "truncated", unread, "lost")).toMatchObject({
      reframe: true,
      maxOutputTokens: 8_192,
      repair: { raw: "{" },
    });
  });
  test("with a single attempt there is no second question", () => {
    const single = aidsafePlan({ budgets: { ...aidsafe.budgets, attemptsPerTurn: 1 } });
    expect(nextStep(single, turns, faultsOf(seq, unread))).toMatchObject({ outcome: "unparseable" });
  });
});

describe("a recipe with a fallback", () => {
  const sampling = { temperature: 0.2, topP: null, maxOutputTokens: 512 };
  const withFallback = (budgets: Partial<Budgets> = {}) =>
    aidsafePlan({
      fallback: { key: "fallback", name: "Fallback", sampling },
      budgets: { ...aidsafe.budgets, ...budgets },
    });
  const following = (...faults: Given[]) => nextStep(withFallback(), turns, faultsOf(seq, ...faults));
  const unread: Given = { code: "bad_json", detail: "`response` is missing.", raw: "{" };

  test.each<[string, Given[], object]>([
    ["is not asked first", [], { by: "role", reframe: false }],
    ["is not asked before the role was asked in other words", ["refused"], { by: "role", reframe: true }],
    [
      "then answers in the role's place, in those words and its own limits",
      ["refused", "content_filtered"],
      { by: "fallback", role: "bo", reframe: true, maxOutputTokens: 512, repair: null },
    ],
    [
      "has a second question of its own, whatever the role said before",
      [unread, "refused", "truncated", "refused", unread],
      { by: "fallback", repair: { raw: "{" }, maxOutputTokens: 512 },
    ],
    [
      "gets more room of its own",
      ["truncated", "refused", "refused", "truncated"],
      { by: "fallback", maxOutputTokens: 8_192 },
    ],
    ["goes on after the worker died", ["refused", "refused", "lost"], { by: "fallback" }],
  ])("%s", (_, faults, expected) => expect(following(...faults)).toMatchObject({ kind: "ask", ...expected }));

  test("waits for its own endpoint, not for the role's", () => {
    expect(following("refused", "refused", "bad_key")).toMatchObject({
      kind: "wait",
      for: "endpoint",
      ask: { by: "fallback" },
    });
    expect(following("refused", "refused", "overloaded")).toMatchObject({
      kind: "wait",
      for: "time",
      ask: { by: "fallback" },
    });
  });

  test.each<[Given[], string]>([
    [
      ["refused", "refused", "refused"],
      "Bo declined the task, and the fallback endpoint declined it as well.",
    ],
    [
      ["refused", "refused", "content_filtered"],
      "Bo declined the task, and the content filter of the fallback endpoint held its reply back.",
    ],
  ])("that declines as well ends it: %j", (faults, reason) =>
    expect(following(...faults)).toEqual({ kind: "finish", outcome: "agent_refused", reason }),
  );

  test("is not asked once the attempts of the turn are used up", () =>
    expect(
      nextStep(withFallback({ attemptsPerTurn: 2 }), turns, faultsOf(seq, "refused", "refused")),
    ).toMatchObject({ outcome: "agent_refused" }));

  test("is asked anew for each turn: the next one belongs to its role again", () => {
    const plan = withFallback();
    const more = turnsOf(plan, [intents, initial, agree]);
    expect(nextStep(plan, more, faultsOf(seq, "refused", "refused"))).toMatchObject({
      by: "role",
      role: "ada",
    });
  });
});

describe("what the loop adds", () => {
  test.each([
    ["cancelled", "cancelled"],
    ["budget", "budget_spent"],
    ["deadline", "endpoint_failed"],
  ] as const)("%s ends it as %s", (code, outcome) =>
    expect(given("timeout", code)).toMatchObject({ kind: "finish", outcome }),
  );

  test("a deadline says what it waited for", () => {
    expect(given("no_quota", "deadline")).toMatchObject({
      reason: "The deadline passed; before that, the account at the endpoint has no credit left.",
    });
  });

  test("tokens end it before time does", () => {
    const { budgets } = aidsafe;
    expect(limitReached(budgets, { tokens: 10, seconds: 10 })).toBe(null);
    expect(limitReached(budgets, { tokens: 10, seconds: 86_400 })).toBe("deadline");
    expect(limitReached(budgets, { tokens: 250_000, seconds: 86_400 })).toBe("budget");
  });
});

test("faults of an earlier turn have no say", () => {
  expect(nextStep(plan, turns, faultsOf(seq - 1, "cancelled"))).toMatchObject({ kind: "ask" });
});

test.each(faultCodes)("%s always leads to a step", (code) => {
  const faults: Fault[] = [{ seq, n: 1, code }];
  expect(["ask", "wait", "finish"]).toContain(nextStep(plan, turns, faults).kind);
});
