import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { promptFor } from "#lib/domain/deliberation/prompts.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { ask } from "./ask.ts";

const key = "sk-canary-1234567890";
const step: Ask = {
  kind: "ask",
  seq: 0,
  stage: "intent",
  round: null,
  role: "decomposer",
  maxOutputTokens: 1_024,
  reframe: false,
  by: "role",
  repair: null,
};
const plan = { recipe: aidsafe, endpoints: {}, policies: [], seed: 1, reviewsOpen: true };
const request = promptFor(
  plan,
  { prompt: [{ role: "user", content: "How do I kill a process?" }] },
  [],
  step,
);

let next: Misbehaviour | null = null;
let retryAfter: Record<string, string> = {};
let endpoint: FakeEndpoint;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({ plan: () => next, retryAfter: () => retryAfter });
});
afterAll(() => endpoint.close());

function call(
  more: {
    structuredOutputs?: boolean;
    deadlineMs?: number;
    signal?: AbortSignal;
    url?: string;
    depart?: () => Promise<void>;
  } = {},
) {
  return ask(
    {
      provider: "openai_compatible",
      baseUrl: more.url ?? endpoint.url,
      region: null,
      model: "fake",
      structuredOutputs: more.structuredOutputs ?? true,
      key,
    },
    {
      request,
      sampling: aidsafe.decomposer.sampling,
      maxOutputTokens: 1_024,
      seed: 1,
      deadlineMs: more.deadlineMs ?? 5_000,
      ...(more.depart && { depart: more.depart }),
    },
    more.signal ?? new AbortController().signal,
  );
}

describe("a request", () => {
  test("leaves when it may, and no sooner", async () => {
    next = null;
    const asked = Promise.withResolvers<void>();
    const allowed = Promise.withResolvers<void>();
    const before = endpoint.calls.length;
    const answer = call({
      depart() {
        asked.resolve();
        return allowed.promise;
      },
    });
    await asked.promise;
    expect((await call()).fault).toBe(null);
    expect(endpoint.calls).toHaveLength(before + 1);
    allowed.resolve();
    expect((await answer).fault).toBe(null);
    expect(endpoint.calls).toHaveLength(before + 2);
  });

  test("asks for leave once its connection stands", async () => {
    let timesAsked = 0;
    const depart = async () => {
      timesAsked += 1;
    };
    const { fault } = await call({ url: "http://127.0.0.1:1/v1", depart });
    expect([fault, timesAsked]).toEqual(["network", 0]);
    await call({ depart });
    expect(timesAsked).toBe(1);
  });

  test("that may not leave in time is given up without having been sent", async () => {
    const before = endpoint.calls.length;
    const answer = await call({ deadlineMs: 50, depart: () => new Promise(() => {}) });
    expect(answer.fault).toBe("timeout");
    expect((await call()).fault).toBe(null);
    expect(endpoint.calls).toHaveLength(before + 1);
  });
});

describe("a reply", () => {
  test("comes with its model, tokens and latency", async () => {
    next = null;
    const answer = await call();
    expect(answer).toMatchObject({
      fault: null,
      model: "fake-2026",
      tokensIn: 1_200,
      tokensCached: 900,
      tokensOut: 80,
      finishReason: "stop",
    });
    expect(readReply("intent", answer.text ?? "").ok).toBe(true);
    expect(endpoint.calls.at(-1)).toMatchObject({ stage: "intent", key, prompt: "How do I kill a process?" });
  });

  test("is asked for in words where the server takes no schema", async () => {
    next = null;
    const answer = await call({ structuredOutputs: false });
    expect(readReply("intent", answer.text ?? "").ok).toBe(true);
  });

  test("without usage says so, instead of counting nothing", async () => {
    next = "no_usage";
    expect(await call()).toMatchObject({ fault: null, tokensIn: null, tokensCached: null, tokensOut: null });
  });

  test.each(["fenced", "thinks", "strange_text"] as const)("that %s is still one", async (misbehaviour) => {
    next = misbehaviour;
    const answer = await call();
    expect(answer.fault).toBeNull();
    expect(readReply("intent", answer.text ?? "").ok).toBe(true);
  });

  test.each([
    ["bad_json", "bad_json"],
    ["empty", "bad_json"],
    ["declines", "refused"],
  ] as const)("that is %s is left to the reader to judge: %s", async (misbehaviour, code) => {
    next = misbehaviour;
    const answer = await call();
    expect(answer.fault).toBeNull();
    expect(readReply("intent", answer.text ?? "")).toMatchObject({ ok: false, fault: { code } });
  });
});

describe("a call that", () => {
  test.each([
    ["bad_key", "bad_key"],
    ["no_quota", "no_quota"],
    ["no_model", "no_model"],
    ["rate_limited", "rate_limited"],
    ["overloaded", "overloaded"],
    ["server_error", "server_error"],
    ["html", "server_error"],
    ["error_in_success", "server_error"],
    ["no_choices", "server_error"],
    ["cut", "cut_reply"],
    ["resets", "network"],
    ["redirects", "bad_request"],
    ["bad_request", "bad_request"],
    ["too_long", "too_long"],
    ["refuses", "refused"],
    ["filtered", "content_filtered"],
    ["truncated", "truncated"],
  ] as const)("%s is a fault %s, told without a word of the endpoint's", async (misbehaviour, code) => {
    next = misbehaviour;
    const before = endpoint.calls.length;
    const answer = await call();
    expect(answer.fault).toBe(code);
    expect(answer.detail).toMatch(/\.$/);
    expect(JSON.stringify(answer)).not.toContain(key);
    expect(endpoint.calls.length - before, "requests made").toBe(1);
  });

  test("hangs is given up at its deadline", async () => {
    next = "hangs";
    const answer = await call({ deadlineMs: 300 });
    expect(answer.fault).toBe("timeout");
    expect(answer.latencyMs).toBeGreaterThanOrEqual(290);
    expect(answer.latencyMs).toBeLessThan(2_000);
  });

  test("is abandoned is lost", async () => {
    next = "hangs";
    const signal = AbortSignal.timeout(50);
    expect(await call({ signal })).toMatchObject({ fault: "lost" });
  });

  test("finds nobody is a fault of the network", async () => {
    expect(await call({ url: "http://127.0.0.1:9/v1" })).toMatchObject({ fault: "network", text: null });
  });

  test.each([
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after-ms": "250", "retry-after": "30" }, 250],
    [{}, null],
  ] as const)("is turned away with %j is to wait %s ms", async (headers, ms) => {
    next = "rate_limited";
    retryAfter = headers;
    expect((await call()).retryAfterMs).toBe(ms);
  });
});
