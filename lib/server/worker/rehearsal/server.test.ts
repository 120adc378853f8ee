import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataBlock } from "#lib/domain/deliberation/prompts.ts";
import { startingPolicyInputs } from "./fixtures.ts";
import { type Rehearsal, startRehearsal } from "./server.ts";

let rehearsal: Rehearsal;

beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.close());

const content = dataBlock({
  policies: startingPolicyInputs,
  prompt: [{ role: "user", content: "How do I kill a Python process?" }],
});
const format = { type: "json_schema", json_schema: { name: "intent_reply", schema: {} } };
const request = { model: "rehearsal", messages: [{ role: "user", content }], response_format: format };

async function post(body: unknown) {
  const response = await fetch(`${rehearsal.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer anything" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test("there is one per process", async () => expect(await startRehearsal()).toBe(rehearsal));

test("it listens on the loopback interface only", () =>
  expect(rehearsal.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/));

test("it lists its models", async () => {
  const response = await fetch(`${rehearsal.url}/models`);
  expect(await response.json()).toMatchObject({ data: [{ id: "rehearsal" }, { id: "rehearsal-paced" }] });
});

describe("a chat completion", () => {
  test("answers the stage that the schema names", async () => {
    const { status, body } = await post(request);
    expect(status).toBe(200);
    expect(JSON.parse(body.choices[0].message.content)).toMatchObject({
      intents: [{ kind: "explicit", risk: "benign" }, {}, {}],
    });
    expect(body.choices[0].finish_reason).toBe("stop");
  });

  test("is the same for the same request, but for what was cached", async () => {
    const [one, other] = [await post(request), await post(request)];
    expect({ ...other.body, usage: null }).toEqual({ ...one.body, usage: null });
  });

  test("counts tokens as a model would, and those that a cache would hold", async () => {
    await post(request);
    const { usage } = (await post(request)).body;
    expect(usage.prompt_tokens).toBe(Math.ceil(content.length / 4));
    expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens);
    expect(usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(usage.prompt_tokens - 128);
  });

  test("is cut off at the output limit", async () => {
    const { body } = await post({ ...request, max_tokens: 20 });
    expect(body.choices[0]).toMatchObject({ finish_reason: "length" });
    expect(body.usage.completion_tokens).toBe(20);
  });

  test("fits a schema that it does not know", async () => {
    const schema = {
      type: "object",
      properties: { ready: { type: "boolean" }, word: { enum: ["yes", "no"] } },
    };
    const { body } = await post({
      ...request,
      response_format: { type: "json_schema", json_schema: { name: "probe", schema } },
    });
    expect(JSON.parse(body.choices[0].message.content)).toEqual({ ready: true, word: "yes" });
  });

  test("without a schema says what it is", async () => {
    const { body } = await post({ model: "rehearsal", messages: [{ role: "user", content: "Hello?" }] });
    expect(body.choices[0].message.content).toContain("This is the rehearsal");
  });

  test("takes its time with the paced model", async () => {
    const started = performance.now();
    await post({ ...request, model: "rehearsal-paced" });
    expect(performance.now() - started).toBeGreaterThan(500);
  });
});

describe("what it refuses", () => {
  test.each([
    ["a model that it does not have", { ...request, model: "gpt" }, 404, "model_not_found"],
    ["a body that is not JSON", "{", 400, "invalid_request_error"],
    ["a request without messages", { model: "rehearsal", messages: [] }, 400, "invalid_request_error"],
  ])("%s", async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { error: { code } } });
  });

  test("a path that it does not know", async () => {
    expect((await fetch(`${rehearsal.url}/embeddings`)).status).toBe(404);
  });
});

test("a client that goes away leaves nothing behind", async () => {
  const gone = new AbortController();
  const asked = fetch(`${rehearsal.url}/chat/completions`, {
    method: "POST",
    signal: gone.signal,
    body: JSON.stringify({ ...request, model: "rehearsal-paced" }),
  });
  gone.abort();
  await expect(asked).rejects.toThrow();
  expect((await post(request)).status).toBe(200);
});
