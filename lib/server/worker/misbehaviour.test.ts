import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { reconcile } from "#lib/server/testing/reconcile.ts";
import { finished, operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "./worker.ts";

type Case = {
  does: Misbehaviour;
  /** How many of a prompt's first calls it spoils. */
  times: number;
  retryAfter?: () => Record<string, string>;
  /** What became of the calls for the first turn: null is a turn. */
  gives: readonly (FaultCode | null)[];
  outcome: Outcome;
  reason?: RegExp;
};

const always = Number.POSITIVE_INFINITY;

/** Spoils one call; the next is well. */
const once = (does: Misbehaviour, fault: FaultCode, retryAfter?: Case["retryAfter"]): Case => ({
  does,
  times: 1,
  ...(retryAfter && { retryAfter }),
  gives: [fault, null],
  outcome: "consensus",
});

/** Odd, and yet a good reply. */
const odd = (does: Misbehaviour): Case => ({ does, times: always, gives: [null], outcome: "consensus" });

const spoiled = (
  does: Misbehaviour,
  gives: readonly FaultCode[],
  outcome: Outcome,
  reason: RegExp,
): Case => ({ does, times: always, gives, outcome, reason });

const thrice = (code: FaultCode) => [code, code, code] as const;

const cases: readonly Case[] = [
  once("server_error", "server_error"),
  once("html", "server_error"),
  once("error_in_success", "server_error"),
  once("no_choices", "server_error"),
  once("conflict", "server_error"),
  once("upstream_timeout", "timeout"),
  once("overloaded", "overloaded"),
  once("busy", "overloaded"),
  once("rate_limited", "rate_limited", () => ({ "retry-after": "1" })),
  once("rate_limited", "rate_limited", () => ({ "retry-after-ms": "250", "retry-after": "30" })),
  once("rate_limited", "rate_limited", () => ({
    "retry-after": new Date(Date.now() + 2_000).toUTCString(),
  })),
  once("cut", "cut_reply"),
  once("resets", "network"),
  once("hangs", "timeout"),
  once("stalls", "timeout"),
  once("bad_json", "bad_json"),
  once("cut_json", "bad_json"),
  once("wrong_shape", "bad_json"),
  once("empty", "bad_json"),
  once("refuses", "refused"),
  once("declines", "refused"),
  once("filtered", "content_filtered"),
  once("truncated", "truncated"),
  odd("fenced"),
  odd("fenced_only"),
  odd("thinks"),
  odd("reasons"),
  odd("extra_keys"),
  odd("strange_text"),
  odd("no_usage"),
  spoiled("server_error", thrice("server_error"), "endpoint_failed", /used up; .*the endpoint failed\.$/),
  spoiled("hangs", thrice("timeout"), "endpoint_failed", /used up; .*did not answer in time\.$/),
  spoiled("cut", thrice("cut_reply"), "endpoint_failed", /used up; .*broke in the middle of the reply\.$/),
  spoiled("bad_request", ["bad_request"], "endpoint_failed", /did not accept the request/),
  spoiled("too_long", ["too_long"], "endpoint_failed", /longer than the model can read/),
  spoiled("redirects", ["bad_request"], "endpoint_failed", /302/),
  spoiled("bad_json", ["bad_json", "bad_json"], "unparseable", /not complete or not valid/),
  spoiled("wrong_shape", ["bad_json", "bad_json"], "unparseable", /`intents`/),
  spoiled("empty", ["bad_json", "bad_json"], "unparseable", /empty/),
  spoiled("refuses", ["refused", "refused"], "agent_refused", /^Decomposer declined the task/),
  spoiled("declines", ["refused", "refused"], "agent_refused", /^Decomposer declined the task/),
  spoiled("filtered", ["content_filtered", "content_filtered"], "agent_refused", /content filter/),
  spoiled("truncated", ["truncated", "truncated"], "truncated", /8,192 output tokens/),
];

/** Each prompt of the run has a case of its own: its number says which. */
function caseOf(prompt: string): Case | undefined {
  return cases[numberIn(prompt) - 1];
}

function numberIn(prompt: string): number {
  return Number(/process (\d+)/.exec(prompt)?.[1]);
}

/** How many calls each prompt was asked with. */
const asked = new Map<number, number>();
let endpoint: FakeEndpoint;
let worker: Worker;

beforeAll(async () => {
  endpoint = await startFakeEndpoint({
    latencyMs: () => 5,
    plan: ({ prompt }) => {
      const n = (asked.get(numberIn(prompt)) ?? 0) + 1;
      asked.set(numberIn(prompt), n);
      const given = caseOf(prompt);
      return given && n <= given.times ? given.does : null;
    },
    retryAfter: (prompt) => caseOf(prompt)?.retryAfter?.() ?? {},
  });
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

describe("in one run where each prompt meets another misbehaviour", () => {
  let projectId: string;
  let run: { id: string; number: number };

  beforeAll(async () => {
    const prepared = await prepareRuns({
      prompts: cases.length,
      url: endpoint.url,
      // Longer than any good reply takes on a busy machine: only those that hang are given up.
      budgets: { callSeconds: 3, attemptsPerTurn: 3 },
      version: { inputPrice: 1_000_000, cachedInputPrice: 100_000, outputPrice: 2_000_000 },
    });
    projectId = prepared.projectId;
    run = await prepared.start();
    await finished(run.id);
  }, 60_000);

  test.each(cases.map((one, index) => ({ ...one, number: index + 1 })))(
    "$does, $times times: $outcome",
    async ({ number, does, gives, outcome, reason, retryAfter }) => {
      const view = await loadDeliberation(operator, projectId, run.number, number);
      const calls = view.turns[0]?.attempts ?? view.faults;
      expect(calls.map(({ fault }) => fault)).toEqual(gives);
      expect(view).toMatchObject({ outcome, outcomeReason: reason ? expect.stringMatching(reason) : null });
      for (const { fault, faultDetail } of calls) {
        if (fault) expect(faultDetail).toMatch(/[.]$/);
      }
      if (outcome === "consensus") expect(view.turns).toHaveLength(7);
      if (outcome === "unparseable" && does !== "empty")
        expect(calls.map(({ raw }) => raw)).not.toContain(null);
      if (retryAfter) expect(calls[0]?.retryAfterMs).toBeGreaterThanOrEqual(0);
    },
  );

  test("a call that was answered costs what its tokens cost, those from the cache less", async () => {
    const numberOf = (does: Misbehaviour) => cases.findIndex((one) => one.does === does) + 1;
    const good = await loadDeliberation(operator, projectId, run.number, numberOf("fenced"));
    // 300 new and 900 cached tokens in, 80 out, in micro-dollars.
    expect(good.turns[0]?.attempts[0]).toMatchObject({ tokensCached: 900, costMicros: 300 + 90 + 160 });
    const silent = await loadDeliberation(operator, projectId, run.number, numberOf("no_usage"));
    // What was not said counts as reserved: a token for each byte that was sent, and the whole output limit.
    expect(silent.turns[0]?.attempts[0]?.costMicros).toBeGreaterThan(2 * 1_024);
  });

  test("nothing of it pollutes a prototype, and the run's figures add up", async () => {
    expect({}).not.toHaveProperty("polluted");
    const { outcomes, attempts } = await loadRunProgress(operator, run.id);
    expect(Object.values(outcomes).reduce((sum, n) => sum + n)).toBe(cases.length);
    expect(attempts).toBe(endpoint.calls.filter(({ prompt }) => caseOf(prompt)).length);
    await reconcile(run.id);
  });
});
