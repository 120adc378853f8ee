import { beforeEach, expect, test } from "vitest";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";
import { createImported, createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { type Cursor, listRecords, type RecordFilter } from "./list.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
});

async function refs(
  actor: PersonActor,
  view: Parameters<typeof listRecords>[2]["view"],
  { filter = {}, cursor = null }: { filter?: RecordFilter; cursor?: Cursor } = {},
) {
  const page = await listRecords(actor, projectId, { view, filter, cursor });
  return page.rows.map(({ ref }) => ref);
}

test("what waits is listed newest first, page by page in both directions", async () => {
  const all = (await createRecords(projectId, 45)).toReversed();
  const first = await listRecords(ina, projectId, { view: "waiting", filter: {}, cursor: null });
  expect(first.rows.map(({ ref }) => ref)).toEqual(all.slice(0, 40));
  expect([first.newer, first.older]).toEqual([null, all[39]]);

  const second = await listRecords(ina, projectId, {
    view: "waiting",
    filter: {},
    cursor: { older: first.older ?? "" },
  });
  expect(second.rows.map(({ ref }) => ref)).toEqual(all.slice(40));
  expect([second.newer, second.older]).toEqual([all[40], null]);
  expect(await refs(ina, "waiting", { cursor: { newer: second.newer ?? "" } })).toEqual(all.slice(0, 40));
});

test("lists are narrowed by severity and by the policy that is cited", async () => {
  const [process, tracking, history] = await createRecords(projectId, 3);
  const uncited = await createImported(projectId);
  expect(await refs(ina, "waiting", { filter: { severity: "high" } })).toEqual([tracking]);
  expect(await refs(ina, "waiting", { filter: { policy: 4 } })).toEqual([tracking, process]);
  expect(await refs(ina, "waiting", { filter: { policy: 1 } })).toEqual([history, tracking]);
  expect(await refs(ina, "waiting")).toEqual([uncited, history, tracking, process]);
});

test("a status is told to those who may read records, and not before its time", async () => {
  const [ref = ""] = await createRecords(projectId, 2);
  const { reviewId } = await submit(lea, projectId, ref, approving);
  await expect(refs(ben, "approved")).rejects.toMatchObject({ code: "forbidden" });
  expect(await refs(lea, "approved")).toEqual([]);
  await letPass(reviewId, 1);
  expect(await refs(lea, "approved")).toEqual([ref]);
  expect(await refs(lea, "mine")).toEqual([ref]);
  expect(await refs(ben, "mine")).toEqual([]);
});

test("the queue counts by status only for those who may read records", async () => {
  await createRecords(projectId, 2);
  expect(await loadQueue(ben, projectId)).toMatchObject({ waiting: 2, counts: null });
  expect((await loadQueue(lea, projectId)).counts).toEqual({ awaiting_review: 2 });
});
