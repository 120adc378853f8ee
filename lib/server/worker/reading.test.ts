import { describe, expect, test } from "vitest";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import type { Answer } from "./ask.ts";
import { readAnswer, verdictOf } from "./reading.ts";

const step: Ask = {
  kind: "ask",
  seq: 0,
  stage: "intent",
  round: null,
  role: "decomposer",
  maxOutputTokens: 100,
  reframe: false,
  by: "role",
  repair: null,
};
const version = {
  id: "v",
  endpointId: "e",
  provider: "openai_compatible",
  region: null,
  baseUrl: "http://127.0.0.1:9",
  model: "m",
  structuredOutputs: true,
  inputPrice: 1_000_000,
  cachedInputPrice: null,
  outputPrice: 1_000_000,
} as const;
const prepared = { estimate: { tokensIn: 1_000, tokensOut: 100 }, requestHash: Buffer.from("h") };
const good = `{ "intents": [ {"text": "boil an egg", "kind": "explicit", "risk": "benign"} ] }`;

function answer(more: Partial<Answer>): Answer {
  return {
    fault: null,
    detail: null,
    text: good,
    retryAfterMs: null,
    finishReason: "stop",
    warnings: [],
    model: "m-1",
    tokensIn: 10,
    tokensCached: 0,
    tokensOut: 5,
    latencyMs: 3,
    ...more,
  };
}

const read = (more: Partial<Answer>) => readAnswer(step, 1, version, prepared, answer(more));

describe("an accepted reply", () => {
  test("that is nothing but JSON is kept byte for byte, once", () => {
    expect(read({}).said).toMatchObject({ reply: good, raw: null, model: "m-1" });
  });

  test("with prose around it is kept as JSON and, beside it, as it came", () => {
    const text = `Sure:\n${good}`;
    const { said, row } = read({ text });
    expect(said).toMatchObject({ raw: text });
    expect(JSON.parse(said?.reply ?? "")).toEqual(JSON.parse(good));
    expect(row.raw).toBeNull();
  });

  test.each(["\\u0000", "\\ud83d", "\\uDE00"])(
    "with %s in it is stored without, and kept as it came",
    (half) => {
      const text = good.replace("egg", `e${half}gg`);
      const { said } = read({ text });
      expect(said).toMatchObject({ raw: text });
      expect(said?.reply).not.toContain(half);
    },
  );
});

describe("a reply that is not accepted", () => {
  test("keeps what was said and why it was no use", () => {
    const { said, row } = read({ text: "{}" });
    expect(said).toBeNull();
    expect(row).toMatchObject({ fault: "bad_json", raw: "{}", costMicros: 15 });
    expect(row.detail).toMatch(/intents/);
  });
});

test("what was not sent as asked stands with the call, accepted or not", () => {
  const warnings = ["seed was not sent."];
  expect(read({ warnings }).row.warnings).toEqual(warnings);
  expect(read({ warnings, text: "{}" }).row.warnings).toEqual(warnings);
  expect(read({}).row.warnings).toBeNull();
});

describe("a call", () => {
  test.each([
    ["timeout", 1_100],
    ["lost", 1_100],
    ["cut_reply", 1_100],
    ["rate_limited", 0],
    ["network", 0],
    ["bad_key", 0],
  ] as const)("that ended with %s and told no usage costs %i micro-dollars", (fault, costMicros) => {
    const nothing = { text: null, tokensIn: null, tokensCached: null, tokensOut: null };
    expect(read({ ...nothing, fault, detail: "x" }).row.costMicros).toBe(costMicros);
  });

  test.each([
    [null, "answered"],
    ["bad_request", "answered"],
    ["rate_limited", "pushed_back"],
    ["overloaded", "pushed_back"],
    ["timeout", "failed"],
    ["cut_reply", "failed"],
    ["bad_key", "other"],
    ["lost", "other"],
  ] as const)("with fault %s says of its endpoint: %s", (fault, verdict) => {
    expect(verdictOf(answer({ fault }))).toBe(verdict);
  });
});
