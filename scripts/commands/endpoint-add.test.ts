import { afterEach, expect, test, vi } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { open } from "#lib/server/secret.ts";
import { endpointAddCommand } from "./endpoint-add.ts";

const key = "AKIACANARY0000000001:canary/secret+access/key0000000000000001";

afterEach(() => vi.unstubAllEnvs());

async function add(name: string, options: Record<string, string>) {
  vi.stubEnv("THE_KEY", key);
  const given = { name, project: "command-line", model: "m", ...options };
  const result = await endpointAddCommand.run({
    words: [],
    options: given,
    signal: new AbortController().signal,
  });
  const endpoint = await db.endpoint.findUniqueOrThrow({ where: { name }, include: { versions: true } });
  return { result, endpoint, version: endpoint.versions[0] };
}

test.each([
  ["openai", "https://api.openai.com/v1"],
  ["anthropic", "https://api.anthropic.com/v1"],
  ["google", "https://generativelanguage.googleapis.com/v1beta"],
])("%s needs no address: it is at home at %s", async (provider, baseUrl) => {
  const { version } = await add(provider, { provider });
  expect(version).toMatchObject({ provider, baseUrl, region: null, structuredOutputs: true, inputPrice: 0 });
});

test("Nova is added with its region, its sealed access key and the prices that are known of it", async () => {
  const model = "eu.amazon.nova-pro-v1:0";
  const options = { provider: "amazon-bedrock", region: "eu-west-1", model, "key-env": "THE_KEY" };
  const { result, endpoint, version } = await add("nova", options);
  expect(version).toMatchObject({
    provider: "amazon_bedrock",
    baseUrl: "https://bedrock-runtime.eu-west-1.amazonaws.com",
    region: "eu-west-1",
    model,
    inputPrice: 800_000,
    cachedInputPrice: 200_000,
    outputPrice: 3_200_000,
  });
  expect(result?.text).toMatch(/noted in .*: \$0\.8 in, \$0\.2 from cache, \$3\.2 out/);
  expect(open(endpoint.sealedKey ?? "", endpoint.id)).toBe(key);
  expect(JSON.stringify(result)).not.toContain("canary/secret");
});

test("prices that are given count, also of a model whose prices are known", async () => {
  const options = { provider: "amazon-bedrock", model: "amazon.nova-lite-v1:0" };
  const { version } = await add("own-prices", {
    ...options,
    "input-price": "0.05",
    "cached-input-price": "0.01",
  });
  expect(version).toMatchObject({ inputPrice: 50_000, cachedInputPrice: 10_000, outputPrice: 0 });
});

test.each([
  ["a provider that there is not", { provider: "acme" }, "--provider takes one of openai-compatible, openai"],
  ["no address where nobody can know it", {}, "--base-url is missing."],
  ["no region", { provider: "amazon-bedrock", region: "Ireland" }, "A region looks like us-east-1."],
])("%s is wrong usage", async (_, options: Record<string, string>, message) => {
  await expect(add("wrong", options)).rejects.toThrow(message);
});
