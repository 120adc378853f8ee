import { beforeEach, expect, test } from "vitest";
import { choiceOf } from "#lib/domain/review/queue-choice.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadAgreement } from "#lib/server/insights/agreement.ts";
import { loadMyWork } from "#lib/server/insights/my-work.ts";
import { listRecords } from "#lib/server/records/list.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  createReviewers,
  fixing,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { reviewAfterReveal } from "./after-reveal.ts";
import { loadRoom } from "./load-room.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
const ref = "1.1";
const now = { ref, decision: "reject", labels: { "t2.1": "deceptive" }, note: "Ben convinced me." } as const;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  await createRecords(projectId, 1);
});

test("what one would change after seeing the others counts in no agreement and moves no record", async () => {
  const inas = await submit(ina, projectId, ref, approving);
  const bens = await submit(ben, projectId, ref, approving);
  await Promise.all([inas, bens].map(({ reviewId }) => letPass(reviewId, 5)));
  // For agreement, the round must be closed for good.
  await db.reviewRound.updateMany({
    where: { record: { projectId } },
    data: { closedAt: new Date(Date.now() - 60_000) },
  });
  const figures = async () => ({
    record: await recordOf(projectId, ref),
    agreement: await loadAgreement(lea, projectId),
    lists: (
      await listRecords(lea, projectId, {
        choice: choiceOf({}, "approved"),
        cursor: null,
      })
    ).rows,
  });
  const before = await figures();
  expect(before.record.status).toBe("approved");
  expect(before.agreement.rounds).toBe(1);

  await reviewAfterReveal(ina, projectId, now);
  expect(await figures()).toEqual(before);

  // The control: the same words, said independently, would count.
  await db.$transaction([
    db.$executeRaw`alter table reviews disable trigger submitted_never_changes`,
    db.$executeRaw`update reviews set withdrawn_at = now() where id = ${inas.reviewId}::uuid`,
    db.$executeRaw`update reviews set after_reveal = false where after_reveal`,
    db.$executeRaw`alter table reviews enable trigger submitted_never_changes`,
  ]);
  await db.$executeRaw`update review_rounds set closed_at = now() - interval '1 minute'`;
  expect((await figures()).agreement).not.toEqual(before.agreement);
});

test("it is said beside the review: in the history for those who may know, and in one's own work", async () => {
  await letPass((await submit(ina, projectId, ref, approving)).reviewId, 5);
  await reviewAfterReveal(ina, projectId, now);
  const { history, review } = await loadRoom(ina, projectId, ref);
  expect(review?.status).toBe("submitted");
  expect(history.at(-1)).toMatchObject({
    kind: "review",
    review: { afterReveal: true, decision: "reject", labels: { "t2.1": "deceptive" }, note: now.note },
  });
  expect((await loadMyWork(ina, projectId)).rows).toMatchObject([{ decision: "approve", now: "reject" }]);
  expect(JSON.stringify(await loadRoom(ben, projectId, ref)), "who has yet to judge").not.toContain(now.note);
});

test("not before others are shown, not without a review of one's own, and not without saying something", async () => {
  const own = await submit(ina, projectId, ref, fixing);
  await expect(reviewAfterReveal(ina, projectId, now)).rejects.toThrow(/no longer be taken back/);
  await expect(reviewAfterReveal(ben, projectId, now)).rejects.toThrow(/no longer be taken back/);
  await letPass(own.reviewId, 5);
  const same = { ref, decision: "approve", labels: fixing.labels } as const;
  await expect(reviewAfterReveal(ina, projectId, { ...same, note: "" })).rejects.toThrow(/would change/);
});
