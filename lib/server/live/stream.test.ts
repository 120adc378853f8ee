import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { streamDeliberation } from "#lib/server/deliberations/stream.ts";
import { streamRun } from "#lib/server/runs/stream.ts";
import { createApproved, createRun } from "#lib/server/testing/approved-record.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { createBeliefPair } from "#lib/server/testing/pairs.ts";
import { createPerson, createProjectWith, memberOf, sessionCookie } from "#lib/server/testing/people.ts";
import { finished, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "#lib/server/worker/worker.ts";

let endpoint: FakeEndpoint;
let worker: Worker;
const pages: AbortController[] = [];

beforeAll(async () => {
  endpoint = await startFakeEndpoint({ latencyMs: () => 150 });
  worker = await startWorker();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.abort();
});
afterAll(async () => {
  await worker.stop(0);
  await endpoint.close();
});

async function scene() {
  const lead = await createPerson({ name: "Lea" });
  const prepared = await prepareRuns({ prompts: 1, url: endpoint.url });
  await db.membership.create({ data: { projectId: prepared.projectId, userId: lead.userId, role: "lead" } });
  const run = await prepared.start();
  return { ...prepared, run, lead };
}

/** The request of a page that is open in a browser. */
async function pageOf(person: PersonActor, lastEventId?: string): Promise<Request> {
  const page = new AbortController();
  pages.push(page);
  const headers = {
    cookie: await sessionCookie(person),
    ...(lastEventId && { "last-event-id": lastEventId }),
  };
  return new Request("http://127.0.0.1/stream", { headers, signal: page.signal });
}

async function* eventsOf<Value>(response: Response): AsyncGenerator<{ id: string; value: Value }> {
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += new TextDecoder().decode(chunk);
    const events = rest.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(event) ?? [];
      if (id && data) yield { id, value: JSON.parse(data) };
    }
  }
}

test("a page that watches a deliberation sees it grow turn by turn to its end", {
  timeout: 30_000,
}, async () => {
  const { lead, projectId, run } = await scene();
  const response = await streamDeliberation(await pageOf(lead), lead, projectId, run.number, 1);
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("cache-control")).toMatch(/private, no-store/);
  const seen: number[] = [];
  for await (const { value } of eventsOf<DeliberationView>(response)) {
    seen.push(value.turns.length);
    if (value.outcome) {
      expect(value.record).toMatchObject({ ref: "1.1", removed: 0 });
      break;
    }
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
  expect(seen.at(-1)).toBe(7);
});

test("a page that comes back with the newest version is sent nothing until the next", {
  timeout: 30_000,
}, async () => {
  const { lead, projectId, run } = await scene();
  await finished(run.id);
  const first = await streamRun(await pageOf(lead), lead, projectId, run.number);
  const [{ id, value }] = [(await eventsOf<RunProgress>(first).next()).value];
  expect(value.outcomes).toEqual({ consensus: 1 });

  const again = await streamRun(await pageOf(lead, id), lead, projectId, run.number);
  const next = eventsOf<RunProgress>(again).next();
  await db.run.update({ where: { id: run.id }, data: { status: "paused" } });
  expect((await next).value).toMatchObject({ value: { status: "paused" } });
});

test("a page of someone who is signed out, or no longer a member, hears nothing more", {
  timeout: 30_000,
}, async () => {
  for (const leave of [
    (userId: string) => db.session.deleteMany({ where: { userId } }),
    (userId: string) => db.membership.deleteMany({ where: { userId } }),
  ]) {
    const { lead, projectId, run } = await scene();
    const response = await streamDeliberation(await pageOf(lead), lead, projectId, run.number, 1);
    const events = eventsOf<DeliberationView>(response);
    await events.next();
    await leave(lead.userId);
    const last = await drain(events);
    expect(last).not.toBe(7);
    await finished(run.id);
  }
});

test("a page of what was said under a belief hears nothing more once its reader is no lead", async () => {
  const [lead, reviewer] = [await createPerson({ name: "Lea" }), await createPerson({ name: "Ina" })];
  const { id: projectId } = await createProjectWith([[lead, "lead"]]);
  const place = { projectId, reviewerId: reviewer.userId };
  const { prompt, revisionId } = await createApproved(place, "Asked?", { run: await createRun(projectId) });
  const run = await createRun(projectId, { kind: "belief" });
  const said = { belief: "The rules rest.", rejected: "Unkind" };
  await createBeliefPair(projectId, { promptId: prompt.id, revisionId, runId: run.id, ...said });
  const response = await streamDeliberation(await pageOf(lead), lead, projectId, run.number, prompt.number);
  const events = eventsOf<DeliberationView>(response);
  expect((await events.next()).value?.value.turns).toHaveLength(3);
  await db.membership.updateMany({ where: { projectId }, data: { role: "reader" } });
  await db.run.update({ where: { id: run.id }, data: { status: "paused" } });
  expect((await events.next()).done).toBe(true);
});

/** Reads to the end of a stream; answers how many turns the last message held. */
async function drain(events: AsyncGenerator<{ value: DeliberationView }>): Promise<number | null> {
  let turns: number | null = null;
  for await (const { value } of events) turns = value.turns.length;
  return turns;
}

test("strangers and annotators open no stream", async () => {
  const { projectId, run } = await scene();
  const stranger = await createPerson({ name: "Sam" });
  const annotator = await memberOf(projectId, "Ann");
  const of = (person: PersonActor) => async () =>
    streamRun(await pageOf(person), person, projectId, run.number);
  await expect(of(stranger)()).rejects.toMatchObject({ code: "not_found" });
  await expect(of(annotator)()).rejects.toMatchObject({ code: "forbidden" });
  await finished(run.id);
});
