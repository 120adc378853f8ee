import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { promptFor } from "#lib/domain/deliberation/prompts.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import { costOf } from "#lib/domain/endpoint/cost.ts";
import { type FakeProvider, startFakeProvider } from "#lib/server/testing/fake-provider.ts";
import { anthropic } from "#lib/server/testing/wires/anthropic.ts";
import { bedrock } from "#lib/server/testing/wires/bedrock.ts";
import { google } from "#lib/server/testing/wires/google.ts";
import { openai } from "#lib/server/testing/wires/openai.ts";
import { isSignedBy } from "#lib/server/testing/wires/signature.ts";
import type { Failing, Wire } from "#lib/server/testing/wires/wire.ts";
import { ask } from "./ask.ts";

const step = {
  kind: "ask",
  seq: 0,
  stage: "initial",
  round: null,
  role: "ada",
  by: "role",
  maxOutputTokens: 1_024,
  reframe: false,
  repair: null,
} as const;
const plan = { recipe: aidsafe, endpoints: {}, policies: [], seed: 1, reviewsOpen: true };
const request = promptFor(
  plan,
  { prompt: [{ role: "user", content: "How do I kill a process?" }] },
  [],
  step,
);

async function call(
  wire: Wire,
  url: string,
  more: {
    key?: string | null;
    structuredOutputs?: boolean;
    signal?: AbortSignal;
    depart?: () => Promise<void>;
  } = {},
) {
  const { provider, region, model } = wire;
  const key = more.key === undefined ? wire.key : more.key;
  const sampling = { temperature: 0.4, topP: null, maxOutputTokens: 1_024 };
  return ask(
    { provider, baseUrl: url, region, model, structuredOutputs: more.structuredOutputs ?? true, key },
    {
      request,
      sampling,
      maxOutputTokens: 1_024,
      seed: 7,
      deadlineMs: 5_000,
      ...(more.depart && { depart: more.depart }),
    },
    more.signal ?? new AbortController().signal,
  );
}

const wires = [openai, anthropic, google, bedrock].map((wire) => [wire.provider, wire] as const);

describe.each(wires)("%s", (_, wire) => {
  let failing: Failing | null = null;
  let key = wire.key;
  let fake: FakeProvider;

  beforeAll(async () => {
    fake = await startFakeProvider(wire, { key: () => key, failing: () => failing });
  });
  afterAll(() => fake.close());
  afterEach(() => {
    failing = null;
    key = wire.key;
    vi.unstubAllEnvs();
  });

  test("is asked once, in its own format with the whole schema, and answers in our words", async () => {
    const before = fake.received.length;
    const answer = await call(wire, fake.url);
    expect(answer).toMatchObject({ fault: null, detail: null, finishReason: "stop", model: wire.modelNamed });
    expect(readReply("initial", answer.text ?? "").ok).toBe(true);
    expect(fake.received.length - before).toBe(1);
    const { path, text } = fake.received.at(-1) ?? { path: "", text: "" };
    expect(path).toBe(wire.path);
    const { schema, content } = wire.read(JSON.parse(text));
    const { additionalProperties: _, ...bare } = request.schema ?? {};
    expect(schema).toEqual(wire === bedrock ? bare : request.schema);
    expect(content).toBe(request.messages[0]?.content);
    expect(text).toContain(JSON.stringify(request.instructions));
  });

  test("is sent nothing before its request may leave", async () => {
    const before = fake.received.length;
    const seen: number[] = [];
    const depart = async () => {
      seen.push(fake.received.length - before);
    };
    expect(await call(wire, fake.url, { depart })).toMatchObject({ fault: null });
    expect([seen, fake.received.length - before]).toEqual([[0], 1]);
  });

  test("counts cached input within its input, and it costs its own price", async () => {
    const answer = await call(wire, fake.url);
    expect(answer).toMatchObject({ tokensIn: 1_200, tokensCached: 900, tokensOut: 80 });
    const price = { inputPrice: 800_000, cachedInputPrice: 200_000, outputPrice: 3_200_000 };
    expect(costOf(price, answer, { tokensIn: 9_999, tokensOut: 9_999 })).toBe(240 + 180 + 256);
  });

  test("says what could not be sent as asked: only Google's format has a seed", async () => {
    const warnings = wire === google ? [] : ["seed was not sent: this endpoint does not take it."];
    expect((await call(wire, fake.url)).warnings).toEqual(warnings);
  });

  test("is sent no schema where it is said to take none", async () => {
    const answer = await call(wire, fake.url, { structuredOutputs: false });
    expect(readReply("initial", answer.text ?? "").ok).toBe(true);
    expect(wire.read(JSON.parse(fake.received.at(-1)?.text ?? "")).schema).toBeUndefined();
  });

  test.each(wire.failings.map((one) => [one.name, one.code, one] as const))(
    "%s is %s, told without its words",
    async (__, code, one) => {
      failing = one;
      const before = fake.received.length;
      const answer = await call(wire, fake.url);
      expect(answer).toMatchObject({ fault: code, retryAfterMs: one.retryAfterMs ?? null });
      expect(answer.detail).toMatch(/\.$/);
      for (const secret of wire.key.split(":")) expect(JSON.stringify(answer)).not.toContain(secret);
      expect(fake.received.length - before, "requests made").toBe(1);
    },
  );

  test("refuses another key, and no key at all; none is taken from the environment", async () => {
    for (const name of ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"])
      vi.stubEnv(name, wire.key);
    vi.stubEnv("AWS_ACCESS_KEY_ID", wire.key.split(":")[0]);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", wire.key.split(":")[1]);
    expect(await call(wire, fake.url, { key: "another-key-entirely" })).toMatchObject({ fault: "bad_key" });
    expect(await call(wire, fake.url, { key: null })).toMatchObject({ fault: "bad_key" });
  });

  test("a key that it repeats in its reply is taken out of it", async () => {
    const secret = wire.key.split(":").at(-1) ?? "";
    failing = {
      name: "",
      code: "lost",
      sent: () => wire.says(JSON.stringify({ said: secret }), bodyOf(fake)),
    };
    expect(await call(wire, fake.url)).toMatchObject({ fault: null, text: '{"said":"[key]"}' });
  });

  test("a call that is given up does not go on", async () => {
    expect(await call(wire, fake.url, { signal: AbortSignal.abort() })).toMatchObject({ fault: "lost" });
  });
});

const bodyOf = (fake: FakeProvider): unknown => JSON.parse(fake.received.at(-1)?.text ?? "");

describe("a key of Amazon Bedrock", () => {
  test.each([
    ["an API key", "bedrock-api-key-canary=="],
    ["an access key", bedrock.key],
    ["a temporary access key", `${bedrock.key}:session/token+canary==`],
  ])("may be %s", async (_, key) => {
    const fake = await startFakeProvider(bedrock, { key: () => key });
    vi.stubEnv("AWS_BEARER_TOKEN_BEDROCK", "from-the-environment");
    const answer = await call(bedrock, fake.url, { key });
    await fake.close();
    expect(answer).toMatchObject({ fault: null, tokensIn: 1_200 });
    expect(JSON.stringify(fake.received)).not.toContain("from-the-environment");
    vi.unstubAllEnvs();
  });

  test("signs nothing that another secret would pass for", async () => {
    const fake = await startFakeProvider(bedrock, { key: () => bedrock.key.replace("secret", "sacret") });
    expect(await call(bedrock, fake.url)).toMatchObject({ fault: "bad_key" });
    await fake.close();
  });

  test("is checked as Amazon's published example is", () => {
    const headers = {
      host: "example.amazonaws.com",
      "x-amz-date": "20150830T123600Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    };
    const signer = {
      accessKeyId: "AKIDEXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    };
    const get = { method: "GET", path: "/", headers, text: "" };
    expect(isSignedBy(get, signer)).toBe(true);
    expect(isSignedBy({ ...get, path: "/other" }, signer)).toBe(false);
  });
});
