import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { cancelRun } from "#lib/server/runs/control.ts";
import { loadRunOptions } from "#lib/server/runs/options.ts";
import { open } from "#lib/server/secret.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import type { Misbehaviour } from "#lib/server/testing/fake-misbehaviour.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { createEndpoint } from "./create.ts";
import { grantEndpoint, revokeEndpoint } from "./grant.ts";
import { setKey } from "./key.ts";
import { listEndpoints } from "./list.ts";
import { loadEndpoint } from "./load.ts";
import { archiveEndpoint, stopEndpoint } from "./state.ts";
import { testEndpoint } from "./test.ts";
import { updateEndpoint } from "./update.ts";

const key = "sk-canary-abcdef";
let fake: FakeEndpoint;
let misbehaviour: Misbehaviour | null = null;

beforeAll(async () => {
  fake = await startFakeEndpoint({ plan: () => misbehaviour });
});
afterAll(() => fake.close());

let made = 0;
async function add(more: { baseUrl?: string; key?: string | null } = {}) {
  made += 1;
  const version = {
    baseUrl: more.baseUrl ?? fake.url,
    model: "fake",
    structuredOutputs: true,
    inputPrice: 1_000_000,
  };
  const { id } = await createEndpoint(operator, { name: `Model ${made}`, version, key: more.key ?? null });
  return { id, version };
}

test("an endpoint is added with version 1, default limits and a sealed key that is shown nowhere", async () => {
  const { id } = await add({ key });
  const view = await loadEndpoint(operator, id);
  expect(view).toMatchObject({
    version: 1,
    hasKey: true,
    state: "ready",
    synthetic: false,
    limits: { maxConcurrent: 4, requestsPerMinute: null, tokensPerMinute: null },
    lastTest: null,
  });
  const stored = await db.endpoint.findUniqueOrThrow({ where: { id } });
  expect(open(stored.sealedKey ?? "", id)).toBe(key);
  const shown = JSON.stringify([view, await listEndpoints(operator), await db.auditEvent.findMany()]);
  expect(shown).not.toContain(key);
  expect(shown).not.toContain(stored.sealedKey);
});

test("a sealed key opens in no other row", async () => {
  const [one, other] = [await add({ key }), await add()];
  const { sealedKey } = await db.endpoint.findUniqueOrThrow({ where: { id: one.id } });
  await db.endpoint.update({ where: { id: other.id }, data: { sealedKey } });
  expect(await testEndpoint(operator, other.id)).toMatchObject({ ok: false, fault: { code: "bad_key" } });
});

test.each([
  ["ftp://host/v1"],
  ["host:8000"],
  ["http://user:secret@host/v1"],
  ["https://host/v1?key=secret"],
  ["https://host/v1#x"],
])("%s is no URL for an endpoint", async (baseUrl) => {
  await expect(add({ baseUrl })).rejects.toThrow();
});

test("two endpoints cannot have one name", async () => {
  const { id, version } = await add();
  const { name } = await loadEndpoint(operator, id);
  await expect(createEndpoint(operator, { name, version })).rejects.toMatchObject({ code: "conflict" });
  await expect(updateEndpoint(operator, (await add()).id, { name })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("another model or price makes a new version and keeps the key; another host clears it", async () => {
  const { id, version } = await add({ key });
  await updateEndpoint(operator, id, { version: { ...version, inputPrice: 5 } });
  expect(await loadEndpoint(operator, id)).toMatchObject({ version: 2, inputPrice: 5, hasKey: true });
  await updateEndpoint(operator, id, { version: { ...version, inputPrice: 5 } });
  expect(await loadEndpoint(operator, id)).toMatchObject({ version: 2 });
  await updateEndpoint(operator, id, { version: { ...version, baseUrl: "https://elsewhere.example/v1/" } });
  const moved = await loadEndpoint(operator, id);
  expect(moved).toMatchObject({ version: 3, hasKey: false, baseUrl: "https://elsewhere.example/v1" });
  expect(moved.versions.map((one) => one.version)).toEqual([3, 2, 1]);
});

test("an endpoint keeps its provider; another region is another host, which clears the key", async () => {
  const pair = "AKIAIOSFODNN7EXAMPLE:canary/secret+0123456789";
  const nova = { provider: "amazon_bedrock", model: "amazon.nova-micro-v1:0" } as const;
  const { id } = await createEndpoint(operator, { name: "Nova", version: nova, key: pair });
  expect(await loadEndpoint(operator, id)).toMatchObject({ region: "us-east-1", hasKey: true });
  await expect(setKey(operator, id, "AKIAIOSFODNN7EXAMPLE")).rejects.toMatchObject({ code: "invalid" });
  const other = { ...nova, provider: "openai" } as const;
  await expect(updateEndpoint(operator, id, { version: other })).rejects.toMatchObject({ code: "invalid" });
  await updateEndpoint(operator, id, { version: { ...nova, region: "eu-north-1" } });
  expect(await loadEndpoint(operator, id)).toMatchObject({
    version: 2,
    provider: "amazon_bedrock",
    host: "bedrock-runtime.eu-north-1.amazonaws.com",
    hasKey: false,
  });
});

test("limits and name change in place", async () => {
  const { id } = await add();
  const limits = { maxConcurrent: 9, requestsPerMinute: 60, tokensPerMinute: null };
  await updateEndpoint(operator, id, { name: `Renamed ${id}`, limits });
  expect(await loadEndpoint(operator, id)).toMatchObject({ version: 1, name: `Renamed ${id}`, limits });
});

test("only granted projects see it, and only until the grant is taken back", async () => {
  const { id } = await add();
  const { id: projectId } = await createProjectWith();
  const names = async () => (await loadRunOptions(operator, projectId)).endpoints.map((one) => one.id);
  expect(await names()).not.toContain(id);
  await grantEndpoint(operator, id, projectId);
  await grantEndpoint(operator, id, projectId);
  expect(await names()).toContain(id);
  await revokeEndpoint(operator, id, projectId);
  expect(await names()).not.toContain(id);
  const audited = await db.auditEvent.findMany({ where: { objectId: id, projectId } });
  expect(audited.map(({ action }) => action)).toEqual(["endpoint.grant", "endpoint.revoke"]);
});

test("a test call shows latency, tokens, cost and whether structured output works", async () => {
  const { id } = await add();
  misbehaviour = null;
  const works = await testEndpoint(operator, id);
  expect(works).toMatchObject({
    ok: true,
    tokensIn: 1_200,
    tokensOut: 80,
    costMicros: 1_200,
    structuredOutput: "works",
  });
  expect((await loadEndpoint(operator, id)).lastTest).toEqual(works);
  misbehaviour = "fenced";
  expect(await testEndpoint(operator, id)).toMatchObject({ ok: true, structuredOutput: "fails" });
  misbehaviour = "bad_key";
  const refused = await testEndpoint(operator, id);
  expect(refused).toMatchObject({
    ok: false,
    fault: { code: "bad_key", sentence: expect.stringMatching(/key/) },
  });
  misbehaviour = null;
});

test("one that is needed cannot be archived; one that is archived can do nothing more", async () => {
  const { start, endpointId } = await prepareRuns({ prompts: 1, url: fake.url, endpoint: { key } });
  const run = await start();
  await expect(archiveEndpoint(operator, endpointId)).rejects.toMatchObject({ code: "conflict" });
  await cancelRun(operator, run.id);
  await archiveEndpoint(operator, endpointId);
  expect(await loadEndpoint(operator, endpointId)).toMatchObject({ archived: true, hasKey: false });
  for (const act of [
    () => archiveEndpoint(operator, endpointId),
    () => setKey(operator, endpointId, key),
    () => stopEndpoint(operator, endpointId),
    () => testEndpoint(operator, endpointId),
    () => updateEndpoint(operator, endpointId, { name: "x" }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "conflict" });
  }
  await expect(start()).rejects.toMatchObject({ code: "invalid" });
});

test("nobody but admins may do any of it", async () => {
  const lead = await createPerson();
  await createProjectWith([[lead, "lead"]]);
  const { id, version } = await add();
  for (const act of [
    () => listEndpoints(lead),
    () => loadEndpoint(lead, id),
    () => createEndpoint(lead, { name: "x", version }),
    () => updateEndpoint(lead, id, { name: "x" }),
    () => setKey(lead, id, key),
    () => testEndpoint(lead, id),
    () => stopEndpoint(lead, id),
    () => archiveEndpoint(lead, id),
    () => grantEndpoint(lead, id, id),
    () => revokeEndpoint(lead, id, id),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "forbidden" });
  }
  const admin = await createPerson({ isAdmin: true });
  expect((await loadEndpoint(admin, id)).id).toBe(id);
});
