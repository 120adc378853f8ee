import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { withdrawApproval } from "#lib/server/records/withdraw-approval.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { createReviewers, fixing, letPass, recordOf, submit } from "#lib/server/testing/reviewing.ts";
import { loadRoom } from "./load-room.ts";
import { nextRecord } from "./next-record.ts";
import { undoReview } from "./undo-review.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
});

describe("taking back", () => {
  test("restores the record and the draft, and keeps the review marked as withdrawn", async () => {
    const [ref = ""] = await createRecords(projectId);
    const before = await recordOf(projectId, ref);
    const review = await submit(ina, projectId, ref, fixing);
    const claim = await undoReview(ina, review.reviewId);
    const after = await recordOf(projectId, ref);
    expect(after).toMatchObject({
      status: "in_review",
      headRevisionId: before.headRevisionId,
      citedClauses: before.citedClauses,
    });
    expect(after.approvals[0]?.withdrawnAt).not.toBeNull();
    expect(after.revisions).toHaveLength(2);
    expect(await db.review.findUniqueOrThrow({ where: { id: review.reviewId } })).toMatchObject({
      status: "submitted",
      decision: "approve",
      withdrawnAt: expect.any(Date),
    });
    const room = await loadRoom(ina, projectId, ref);
    expect(room).toMatchObject({ standing: "reviewing", review: { id: claim.reviewId, draft: fixing } });
  });

  test("a request for changes leaves no round behind", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await submit(ina, projectId, ref, {
      ...emptyDraft,
      decision: "request_changes",
      note: "Cite 5.1.",
    });
    await undoReview(ina, review.reviewId);
    expect((await recordOf(projectId, ref)).rounds).toMatchObject([{ number: 1, closedAt: null }]);
  });

  test("is over after its time", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await submit(ina, projectId, ref, fixing);
    await letPass(review.reviewId, 1);
    await expect(undoReview(ina, review.reviewId)).rejects.toMatchObject({ code: "conflict" });
    expect((await recordOf(projectId, ref)).status).toBe("approved");
  });

  test("an approval is withdrawn by a lead, with a reason, and the record is offered again", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    const withdrawal = { ref, reason: "The clause was misread.", again: true };
    await expect(withdrawApproval(ina, projectId, withdrawal)).rejects.toMatchObject({ code: "forbidden" });
    await withdrawApproval(lea, projectId, withdrawal);
    expect(await recordOf(projectId, ref)).toMatchObject({
      status: "awaiting_review",
      rounds: [{}, { number: 2 }],
    });
    expect((await nextRecord(ben, projectId))?.ref).toBe(ref);
    expect((await loadRoom(ben, projectId, ref)).given.number).toBe(2);
  });
});
