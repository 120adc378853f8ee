import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { undoReview } from "#lib/server/reviews/undo-review.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  createReviewers,
  fixing,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { adjudicate } from "./adjudicate.ts";
import { listDisputes, nextDispute } from "./list.ts";
import { loadDispute } from "./load.ts";
import { undoAdjudication } from "./undo.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
});

const rejecting: ReviewDraft = { ...emptyDraft, decision: "reject", note: "It lectures." };

/** A record that Ina mended and Ben judged otherwise, long enough ago. */
async function disputed(other: ReviewDraft = rejecting): Promise<string> {
  const [ref = ""] = await createRecords(projectId);
  const reviews = [await submit(ina, projectId, ref, fixing), await submit(ben, projectId, ref, other)];
  for (const { reviewId } of reviews) await letPass(reviewId, 1);
  return ref;
}

async function disputeOf(actor: PersonActor, ref: string) {
  const dispute = await loadDispute(actor, projectId, ref);
  if (typeof dispute === "string") throw new Error(`There is nothing to decide: ${dispute}.`);
  return dispute;
}

async function decide(actor: PersonActor, ref: string, content: ReviewDraft) {
  const { roundId } = await disputeOf(actor, ref);
  await adjudicate(actor, projectId, { ref, roundId, content });
  return roundId;
}

describe("an adjudication", () => {
  test("that approves pins the text that was put together and the policies of the round", async () => {
    const ref = await disputed();
    const bens = await db.review.findFirstOrThrow({
      where: { reviewerId: ben.userId, round: { record: { projectId } } },
      include: { round: true },
    });
    await db.score.create({
      data: { revisionId: bens.round.baseRevisionId, reviewId: bens.id, dimension: "relevance", value: 2 },
    });
    const dispute = await disputeOf(lea, ref);
    expect(dispute.readings.map(({ scores }) => scores)).toEqual([{}, { relevance: 2 }]);
    expect(dispute.readings.map(({ by, decision }) => [by, decision])).toEqual([
      [ina.name, "approve"],
      [ben.name, "reject"],
    ]);
    await decide(lea, ref, { ...fixing, note: "Mended, it is fine." });
    const { status, approvals, headRevisionId, rounds, revisions } = await recordOf(projectId, ref);
    expect(status).toBe("approved");
    expect(approvals).toMatchObject([{ revisionId: headRevisionId, policySetId: rounds[0]?.policySetId }]);
    expect(revisions.at(-1)).toMatchObject({
      id: headRevisionId,
      parentId: revisions[0]?.id,
      authorId: lea.userId,
    });
    const ruling = await db.review.findFirstOrThrow({
      where: { roundId: rounds[0]?.id, kind: "adjudication" },
    });
    expect(ruling).toMatchObject({ reviewerId: lea.userId, slot: null, decision: "approve" });
    expect(await db.auditEvent.count({ where: { projectId, action: "record.adjudicate" } })).toBe(1);
  });

  test("that rejects ends the record", async () => {
    const ref = await disputed();
    await decide(lea, ref, rejecting);
    expect(await recordOf(projectId, ref)).toMatchObject({ status: "rejected", approvals: [] });
  });

  test("that asks for changes opens a round with its comment alone", async () => {
    const ref = await disputed({ ...emptyDraft, decision: "request_changes", note: "Ben wants more." });
    const roundId = await decide(lea, ref, {
      ...emptyDraft,
      decision: "request_changes",
      note: "Say less.",
    });
    expect((await recordOf(projectId, ref)).status).toBe("changes_requested");
    await db.reviewRound.updateMany({
      where: { NOT: { id: roundId } },
      data: { openedAt: new Date(Date.now() - 60_000) },
    });
    const room = await loadRoom(ina, projectId, ref);
    expect(room.brief).toEqual({ kind: "changes_requested", notes: ["Say less."] });
  });

  test("can be taken back, with all that followed, and goes on from where it was", async () => {
    const ref = await disputed();
    const roundId = await decide(lea, ref, fixing);
    await undoAdjudication(lea, projectId, roundId);
    const { status, approvals, headRevisionId, revisions } = await recordOf(projectId, ref);
    expect(status).toBe("needs_adjudication");
    expect(headRevisionId).toBe(revisions[0]?.id);
    expect(approvals[0]?.withdrawnAt).not.toBeNull();
    expect((await disputeOf(lea, ref)).draft).toEqual(fixing);
    await decide(lea, ref, rejecting);
    expect((await recordOf(projectId, ref)).status).toBe("rejected");
  });

  test("cannot be taken back after its time, nor by somebody else", async () => {
    const ref = await disputed();
    const roundId = await decide(lea, ref, fixing);
    const mia = await secondLead();
    await expect(undoAdjudication(mia, projectId, roundId)).rejects.toMatchObject({ code: "conflict" });
    await expect(undoAdjudication(ina, projectId, roundId)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await db.review.findFirstOrThrow({ where: { roundId, kind: "adjudication" } });
    await letPass(id, 1);
    await expect(undoAdjudication(lea, projectId, roundId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is made once, also when two decide at the same moment", async () => {
    const ref = await disputed();
    const mia = await secondLead();
    const { roundId } = await disputeOf(mia, ref);
    const both = await Promise.allSettled(
      [lea, mia].map((actor) => adjudicate(actor, projectId, { ref, roundId, content: fixing })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.review.count({ where: { roundId, kind: "adjudication" } })).toBe(1);
  });

  test("says what is missing, and asks whose response it is", async () => {
    const ref = await disputed({ ...approving, response: "Yes, of course." });
    await expect(decide(lea, ref, emptyDraft)).rejects.toMatchObject({
      code: "invalid",
      message: "Choose a label for thoughts 1, 2 and 3.",
    });
    await expect(decide(lea, ref, approving)).rejects.toThrow("Choose a response.");
    await decide(lea, ref, { ...approving, responseVerdict: "right" });
    expect((await recordOf(projectId, ref)).status).toBe("approved");
  });
});

describe("who adjudicates", () => {
  test("is a lead who had no part in it: the code refuses, and so does the database", async () => {
    const [ref = ""] = await createRecords(projectId);
    const reviews = [await submit(ina, projectId, ref, fixing), await submit(lea, projectId, ref, approving)];
    for (const { reviewId } of reviews) await letPass(reviewId, 1);
    expect(await loadDispute(lea, projectId, ref)).toBe("own_review");
    const roundId = (await recordOf(projectId, ref)).rounds[0]?.id ?? "";
    const ruling = { ref, roundId, content: fixing };
    await expect(adjudicate(lea, projectId, ruling)).rejects.toMatchObject({ code: "forbidden" });
    await expect(adjudicate(ben, projectId, ruling)).rejects.toMatchObject({ code: "forbidden" });
    await expect(adjudicate({ kind: "operator" }, projectId, ruling)).rejects.toMatchObject({
      code: "not_found",
    });
    await db.review.updateMany({
      where: { roundId, status: { not: "submitted" } },
      data: { withdrawnAt: new Date() },
    });
    await expect(
      db.$executeRaw`insert into reviews (id, round_id, reviewer_id, kind, status, decision, submitted_at, after_reveal)
        values (gen_random_uuid(), ${roundId}::uuid, ${lea.userId}::uuid, 'adjudication', 'submitted', 'approve', now(), true)`,
    ).rejects.toThrow("nobody adjudicates what they have reviewed");
    expect((await listDisputes(lea, projectId)).rows).toMatchObject([{ ref, mine: true }]);
    expect(await nextDispute(lea, projectId)).toBeNull();
  });

  test("may have claimed or skipped it before", async () => {
    const [ref = ""] = await createRecords(projectId);
    await claimRecord(lea, projectId, ref);
    await db.review.updateMany({
      where: { reviewerId: lea.userId },
      data: { slot: null, claimExpiresAt: null },
    });
    for (const [person, draft] of [
      [ina, fixing],
      [ben, rejecting],
    ] as const) {
      await letPass((await submit(person, projectId, ref, draft)).reviewId, 1);
    }
    await decide(lea, ref, fixing);
    expect((await recordOf(projectId, ref)).status).toBe("approved");
  });
});

describe("the list", () => {
  test("begins with the lowest agreement", async () => {
    const [close = "", far = ""] = await createRecords(projectId, 2);
    const drafts = [
      [close, fixing, approving],
      [far, fixing, { ...rejecting, response: "No." }],
    ] as const;
    for (const [ref, one, other] of drafts) {
      await letPass((await submit(ina, projectId, ref, one)).reviewId, 1);
      await letPass((await submit(ben, projectId, ref, other)).reviewId, 1);
    }
    const { rows, total } = await listDisputes(lea, projectId);
    expect(total).toBe(2);
    expect(rows.map(({ ref }) => ref)).toEqual([far, close]);
    expect(rows[0]).toMatchObject({ decisions: ["approve", "reject"], mine: false });
    expect(await nextDispute(lea, projectId)).toBe(far);
  });

  test("leaves out what can still be taken back, and nothing of it can be opened", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    const { reviewId } = await submit(ben, projectId, ref, rejecting);
    expect(await listDisputes(lea, projectId)).toEqual({ rows: [], total: 0 });
    expect(await loadDispute(lea, projectId, ref)).toBe("nothing_to_decide");
    expect((await loadRoom(lea, projectId, ref)).record.status).toBeNull();
    await undoReview(ben, reviewId);
    expect((await recordOf(projectId, ref)).status).toBe("in_review");
  });
});

async function secondLead(): Promise<PersonActor> {
  const mia = await memberOf(projectId, "Mia", { role: "lead" });
  return mia;
}
