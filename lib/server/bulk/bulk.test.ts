import { beforeEach, expect, test } from "vitest";
import { everything } from "#lib/domain/export/filter.ts";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { db } from "#lib/server/database/client.ts";
import { erase } from "#lib/server/erase/erase.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  begin,
  createReviewers,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { untilSomebodyWaits } from "#lib/server/testing/waiting.ts";
import { applyBulk } from "./apply.ts";
import { previewBulk } from "./preview.ts";
import { undoBulk } from "./undo.ts";

let ina: PersonActor;
let lea: PersonActor;
let projectId: string;
let refs: string[];

beforeEach(async () => {
  ({ ina, lea, projectId } = await createReviewers());
  refs = await createRecords(projectId, 4);
  for (const ref of refs.slice(0, 3))
    await letPass((await submit(ina, projectId, ref, approving)).reviewId, 5);
});

const withdraw = { kind: "withdraw", reason: "The brief was wrong.", again: true } as const;
const approved = { list: "approved", order: "oldest", filter: {} } as const;
const state = async () =>
  (await Promise.all(refs.map((ref) => recordOf(projectId, ref)))).map(
    ({ status, approvals, rounds, headRevisionId }) => ({
      status,
      headRevisionId,
      inForce: approvals
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ revisionId, policySetId, reviewId }) => ({ revisionId, policySetId, reviewId })),
      rounds: rounds.length,
    }),
  );

test("the preview names what is touched and what is not and why, and does nothing", async () => {
  await createSnapshot(lea, { projectId, filter: everything, name: "First" });
  const [, second = ""] = refs;
  const before = await state();
  const { touched, inSnapshots, more } = await previewBulk(lea, projectId, {
    kind: "withdraw",
    choice: approved,
  });
  expect({ touched, inSnapshots, more }).toEqual({ touched: refs.slice(0, 3), inSnapshots: 3, more: false });
  const narrowed = { ...approved, filter: { severity: "high" } } as const;
  expect((await previewBulk(lea, projectId, { kind: "withdraw", choice: narrowed })).touched).toEqual([
    second,
  ]);
  expect(await state()).toEqual(before);
});

test("approvals are withdrawn at once with a reason for each, and the inverse leaves all as it was", async () => {
  const before = await state();
  const { id, touched } = await applyBulk(lea, projectId, { ...withdraw, refs: refs.slice(0, 3) });
  expect(touched).toBe(3);
  expect((await state()).map(({ status, inForce, rounds }) => [status, inForce.length, rounds])).toEqual([
    ["awaiting_review", 0, 2],
    ["awaiting_review", 0, 2],
    ["awaiting_review", 0, 2],
    ["awaiting_review", 0, 1],
  ]);
  expect(
    await db.auditEvent.count({ where: { projectId, action: "approval.withdraw", reason: withdraw.reason } }),
  ).toBe(3);
  // Nobody can take one up while it can still be taken back: the fourth is all that waits.
  expect((await nextRecord(ina, projectId))?.ref).toBe(refs[3]);
  expect(await nextRecord(ina, projectId, { past: refs[3] })).toBeNull();

  expect(await undoBulk(lea, projectId, id)).toEqual({ undone: 3, of: 3 });
  const after = await state();
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  await expect(undoBulk(lea, projectId, id)).rejects.toMatchObject({ code: "conflict" });
});

test("what has changed since the preview is left out, and what has changed since the act is not taken back", async () => {
  const [first = "", second = "", third = ""] = refs;
  await db.record.updateMany({ where: { projectId, ref: first }, data: { status: "stale" } });
  const result = await applyBulk(lea, projectId, { ...withdraw, refs: [first, second, third] });
  expect(result).toMatchObject({ touched: 2, leftOut: [{ ref: first, because: "changed" }] });
  await db.record.updateMany({ where: { projectId, ref: second }, data: { status: "superseded" } });
  expect(await undoBulk(lea, projectId, result.id)).toEqual({ undone: 1, of: 2 });
  expect((await recordOf(projectId, second)).status).toBe("superseded");
  await expect(applyBulk(lea, projectId, { ...withdraw, refs: [second] })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("what is ruled on while the act waits for it is left out", async () => {
  const [, , , fourth = ""] = refs;
  const { reviewId } = await begin(ina, projectId, fourth);
  const { id } = await recordOf(projectId, fourth);
  await db.record.update({ where: { id }, data: { status: "needs_adjudication" } });
  let reopening: ReturnType<typeof applyBulk> | undefined;
  await db.$transaction(async (tx) => {
    await lockRecord(tx, id);
    reopening = applyBulk(lea, projectId, { ...withdraw, kind: "reopen", refs: [fourth] });
    reopening.catch(() => {});
    await untilSomebodyWaits();
    const submitted = { status: "submitted", decision: "reject", submittedAt: new Date() } as const;
    await tx.review.update({ where: { id: reviewId }, data: { ...submitted, claimExpiresAt: null } });
    await tx.record.update({ where: { id }, data: { status: "rejected" } });
  });
  await expect(reopening).rejects.toMatchObject({ code: "conflict" });
  expect((await recordOf(projectId, fourth)).status).toBe("rejected");
});

test("what was erased since is not approved again when the act is taken back", async () => {
  const [first = ""] = refs;
  const order = { ...withdraw, again: false, refs: refs.slice(0, 3) };
  const { id } = await applyBulk(lea, projectId, order);
  const record = await recordOf(projectId, first);
  await erase({ kind: "operator" }, { kind: "record", id: record.id, reason: "A name is in it." });
  expect(await undoBulk(lea, projectId, id)).toEqual({ undone: 2, of: 3 });
  expect((await state()).map(({ status, inForce }) => [status, inForce.length])).toEqual([
    ["withdrawn", 0],
    ["approved", 1],
    ["approved", 1],
    ["awaiting_review", 0],
  ]);
});

test("records that were rejected are offered again, and are rejected once more when that is taken back", async () => {
  const [, , , fourth = ""] = refs;
  await letPass(
    (await submit(ina, projectId, fourth, { ...emptyDraft, decision: "reject", note: "It lectures." }))
      .reviewId,
    5,
  );
  const choice = { list: "rejected", order: "newest", filter: {} } as const;
  const { touched } = await previewBulk(lea, projectId, { kind: "reopen", choice });
  expect(touched).toEqual([fourth]);
  const { id } = await applyBulk(lea, projectId, {
    kind: "reopen",
    refs: touched,
    reason: "New facts.",
    again: false,
  });
  expect((await recordOf(projectId, fourth)).status).toBe("awaiting_review");
  await undoBulk(lea, projectId, id);
  expect(await recordOf(projectId, fourth)).toMatchObject({ status: "rejected", rounds: [{ number: 1 }] });
});

test("only leads do it, only to lists that it is for, and only who did it takes it back in time", async () => {
  const some = { ...withdraw, refs: refs.slice(0, 1) };
  await expect(applyBulk(ina, projectId, some)).rejects.toMatchObject({ code: "forbidden" });
  await expect(previewBulk(ina, projectId, { kind: "withdraw", choice: approved })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(previewBulk(lea, projectId, { kind: "reopen", choice: approved })).rejects.toMatchObject({
    code: "forbidden",
  });
  const { id } = await applyBulk(lea, projectId, some);
  await expect(undoBulk(ina, projectId, id)).rejects.toMatchObject({ code: "forbidden" });
  await db.bulkAction.update({ where: { id }, data: { doneAt: new Date(Date.now() - 60_000) } });
  await expect(undoBulk(lea, projectId, id)).rejects.toMatchObject({ code: "conflict" });
  expect((await recordOf(projectId, refs[0] ?? "")).status).toBe("awaiting_review");
});
