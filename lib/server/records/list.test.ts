import { beforeEach, expect, test } from "vitest";
import {
  defaultOrder,
  type QueueChoice,
  type QueueFilter,
  type QueueOrder,
} from "#lib/domain/review/queue-choice.ts";
import type { QueueView } from "#lib/domain/review/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";
import { createImported, createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { listRecords } from "./list.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
});

const choose = (
  list: QueueView,
  { order = defaultOrder(list), filter = {} }: { order?: QueueOrder; filter?: QueueFilter } = {},
): QueueChoice => ({ list, order, filter });

async function listed(actor: PersonActor, list: QueueView, chosen: Parameters<typeof choose>[1] = {}) {
  const page = await listRecords(actor, projectId, { choice: choose(list, chosen), cursor: null });
  return page.rows.map(({ ref }) => ref);
}

test("what is kept newest first is listed page by page in both directions", async () => {
  const all = (await createRecords(projectId, 45)).toReversed();
  const choice = choose("waiting", { order: "newest" });
  const first = await listRecords(ina, projectId, { choice, cursor: null });
  expect(first.rows.map(({ ref }) => ref)).toEqual(all.slice(0, 40));
  expect([first.previous, first.next]).toEqual([null, all[39]]);

  const second = await listRecords(ina, projectId, { choice, cursor: { after: first.next ?? "" } });
  expect(second.rows.map(({ ref }) => ref)).toEqual(all.slice(40));
  expect([second.previous, second.next]).toEqual([all[40], null]);
  const back = await listRecords(ina, projectId, { choice, cursor: { before: second.previous ?? "" } });
  expect(back.rows.map(({ ref }) => ref)).toEqual(all.slice(0, 40));
  expect(back.previous).toBeNull();
});

test("lists are narrowed by severity and by the policy that is cited", async () => {
  const [process, tracking, history] = await createRecords(projectId, 3);
  const uncited = await createImported(projectId);
  const newest = (filter: QueueFilter) => listed(ina, "waiting", { order: "newest", filter });
  expect(await newest({ severity: "high" })).toEqual([tracking]);
  expect(await newest({ cites: "4" })).toEqual([tracking, process]);
  expect(await newest({ cites: "1" })).toEqual([history, tracking]);
  expect(await newest({})).toEqual([uncited, history, tracking, process]);
});

test("a status is told to those who may read records, and not before its time", async () => {
  const [ref = ""] = await createRecords(projectId, 2);
  const { reviewId } = await submit(lea, projectId, ref, approving);
  await expect(listed(ben, "approved")).rejects.toMatchObject({ code: "forbidden" });
  expect(await listed(lea, "approved")).toEqual([]);
  await letPass(reviewId, 1);
  expect(await listed(lea, "approved")).toEqual([ref]);
  expect(await listed(lea, "mine")).toEqual([ref]);
  expect(await listed(ben, "mine")).toEqual([]);
});

test("the queue counts by status only for those who may read records", async () => {
  await createRecords(projectId, 2);
  expect(await loadQueue(ben, projectId)).toMatchObject({ waiting: 2, counts: null });
  expect((await loadQueue(lea, projectId)).counts).toEqual({ awaiting_review: 2 });
});
