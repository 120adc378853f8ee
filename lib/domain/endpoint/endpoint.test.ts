import { expect, test } from "vitest";
import { NewEndpoint, VersionInput } from "./endpoint.ts";
import { knownModel } from "./known-models.ts";
import { keyFault, readBedrockKey } from "./provider.ts";

test("an address that is given stays; the region is Amazon's alone", () => {
  const version = { model: "m", baseUrl: "http://127.0.0.1:8000/v1/", region: "eu-west-1" };
  expect(VersionInput.parse({ ...version, provider: "amazon_bedrock" })).toMatchObject({
    baseUrl: "http://127.0.0.1:8000/v1",
    region: "eu-west-1",
  });
  expect(VersionInput.parse({ ...version, provider: "openai" })).toMatchObject({ region: null });
});

test("what was read once reads the same again", () => {
  const once = NewEndpoint.parse({ name: "n", version: { provider: "amazon_bedrock", model: "m" } });
  expect(NewEndpoint.parse(once)).toEqual(once);
  expect(once.version).toMatchObject({ region: "us-east-1" });
});

test("a server of one's own needs its address", () => {
  const { error } = VersionInput.safeParse({ model: "m" });
  expect(error?.issues).toMatchObject([{ path: ["baseUrl"] }]);
});

test.each([
  ["AKIAIOSFODNN7EXAMPLE", "half of an access key"],
  ["AKIAIOSFODNN7EXAMPLE:", "an access key without its secret"],
  ["aws:secret-secret-secret", "no access key id"],
  ["AKIAIOSFODNN7EXAMPLE:0123456789abcdef0123:token:more", "a part too many"],
])("%s is no key of Amazon Bedrock: %s", (key) => {
  expect(keyFault("amazon_bedrock", key)).toMatch(/ACCESS_KEY_ID:SECRET_ACCESS_KEY/);
  expect(keyFault("openai_compatible", key)).toBeNull();
  const version = { provider: "amazon_bedrock", model: "m" } as const;
  expect(NewEndpoint.safeParse({ name: "n", version, key }).error?.issues).toMatchObject([{ path: ["key"] }]);
});

test("a key of Amazon Bedrock is an API key, or an access key with or without a session", () => {
  const [accessKeyId, secretAccessKey] = ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCY"];
  expect(readBedrockKey("ABSKQmVkcm9ja0FQSUtleQ==")).toEqual({ apiKey: "ABSKQmVkcm9ja0FQSUtleQ==" });
  const pair = { accessKeyId, secretAccessKey };
  expect(readBedrockKey(`${accessKeyId}:${secretAccessKey}`)).toEqual(pair);
  expect(readBedrockKey(`${accessKeyId}:${secretAccessKey}:t/+=`)).toEqual({ ...pair, sessionToken: "t/+=" });
  for (const key of ["ABSKQmVkcm9ja0FQSUtleQ==", `${accessKeyId}:${secretAccessKey}:t/+=`])
    expect(keyFault("amazon_bedrock", key)).toBeNull();
});

test("an inference profile has the prices of its model; other models have none", () => {
  expect(knownModel("amazon_bedrock", "us.amazon.nova-micro-v1:0")).toMatchObject({ inputPrice: 35_000 });
  expect(knownModel("amazon_bedrock", "meta.llama-9")).toBeNull();
  expect(knownModel("openai_compatible", "amazon.nova-micro-v1:0")).toBeNull();
});
