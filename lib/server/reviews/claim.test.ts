import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  begin,
  createReviewers,
  fixing,
  letPass,
  recordOf,
} from "#lib/server/testing/reviewing.ts";
import { claimRecord } from "./claim.ts";
import { freeExpiredClaims, releaseClaim } from "./give-back.ts";
import { heartbeat } from "./keep-claim.ts";
import { loadRoom } from "./load-room.ts";
import { nextRecord } from "./next-record.ts";
import { saveDraft } from "./save-draft.ts";
import { skipReview } from "./skip-review.ts";
import { submitReview } from "./submit-review.ts";
import { undoReview } from "./undo-review.ts";
import { waitingFor } from "./waiting.ts";

let ina: PersonActor;
let ben: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, projectId } = await createReviewers());
});

describe("claims", () => {
  test("two people who ask for the next record at once get two", async () => {
    const refs = await createRecords(projectId, 2);
    const claims = await Promise.all([nextRecord(ina, projectId), nextRecord(ben, projectId)]);
    expect(claims.map((claim) => claim?.ref).toSorted()).toEqual(refs);
  });

  test("many who ask at once for the only record all get it, as long as it has slots", async () => {
    await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 5 } });
    const [ref = ""] = await createRecords(projectId);
    const people = await Promise.all(Array.from({ length: 7 }, () => createPerson({ name: "Kim" })));
    await db.membership.createMany({
      data: people.map(({ userId }) => ({ projectId, userId, role: "annotator" as const })),
    });
    const claims = await Promise.all(people.map((person) => nextRecord(person, projectId)));
    expect(claims.filter((claim) => claim?.ref === ref)).toHaveLength(5);
    expect(claims.filter((claim) => claim === null)).toHaveLength(2);
  });

  test("of many who want one slot, one gets it", async () => {
    const [ref = ""] = await createRecords(projectId);
    const people = await Promise.all(Array.from({ length: 8 }, () => createPerson({ name: "Kim" })));
    await db.membership.createMany({
      data: people.map(({ userId }) => ({ projectId, userId, role: "annotator" as const })),
    });
    const claims = await Promise.allSettled(people.map((person) => claimRecord(person, projectId, ref)));
    expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const offered = await Promise.all(people.map((person) => nextRecord(person, projectId)));
    expect(offered.filter((claim) => claim?.ref === ref)).toHaveLength(1);
  });

  test("the database itself refuses a second person in a slot", async () => {
    const [ref = ""] = await createRecords(projectId);
    const { reviewId } = await claimRecord(ina, projectId, ref);
    const { roundId, slot } = await db.review.findUniqueOrThrow({ where: { id: reviewId } });
    await expect(db.review.create({ data: { roundId, slot, reviewerId: ben.userId } })).rejects.toThrow(
      "Unique constraint",
    );
  });

  test("a claim that ran out frees its slot and keeps its draft", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await saveDraft(ina, { ...review, content: fixing });
    expect(await nextRecord(ben, projectId)).toBeNull();
    await letPass(review.reviewId, 21);
    expect((await nextRecord(ben, projectId))?.ref).toBe(ref);

    const draft = await db.draft.findUniqueOrThrow({ where: { reviewId: review.reviewId } });
    expect(draft.content).toMatchObject({ note: fixing.note });
    const saved = await saveDraft(ina, { ...review, version: 1, content: { ...fixing, note: "More." } });
    expect(saved).toMatchObject({ version: 2, claim: { lost: "taken" } });
    await expect(
      submitReview(ina, { ...review, version: 2, content: { ...fixing, note: "More." } }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("a sign of life takes a claim anew that ran out, where its slot is free", async () => {
    const [ref = ""] = await createRecords(projectId);
    const { reviewId } = await claimRecord(ina, projectId, ref);
    await letPass(reviewId, 21);
    await freeExpiredClaims();
    expect((await recordOf(projectId, ref)).status).toBe("awaiting_review");
    expect(await heartbeat(ina, reviewId)).toHaveProperty("until");
    expect((await recordOf(projectId, ref)).status).toBe("in_review");
  });

  test("going on gives back what nothing was written for, and keeps what was", async () => {
    const [first = "", second = "", third = ""] = await createRecords(projectId, 3);
    await claimRecord(ina, projectId, first);
    const review = await begin(ina, projectId, second);
    await saveDraft(ina, { ...review, content: fixing });
    expect((await nextRecord(ina, projectId, { past: second }))?.ref).toBe(third);
    expect((await recordOf(projectId, first)).status).toBe("awaiting_review");
    expect((await recordOf(projectId, second)).status).toBe("in_review");
    expect(await waitingFor(ina, projectId)).toEqual({ waiting: 3, unfinished: second, held: [] });
    expect(await waitingFor(ben, projectId)).toEqual({ waiting: 1, unfinished: null, held: [] });
  });

  test("giving back a claim keeps the draft, and taking it up again finds it", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await saveDraft(ina, { ...review, content: fixing });
    await releaseClaim(ina, review.reviewId);
    expect((await loadRoom(ina, projectId, ref)).standing).toBe("offered");
    await claimRecord(ina, projectId, ref);
    expect((await loadRoom(ina, projectId, ref)).review).toMatchObject({ version: 1, draft: fixing });
  });

  test("nobody gives a review for somebody else", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await expect(submitReview(ben, { ...review, content: approving })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(nextRecord({ kind: "operator" }, projectId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("skipping frees the slot and does not come back to the same person", async () => {
    const [ref = ""] = await createRecords(projectId);
    const { reviewId } = await begin(ina, projectId, ref);
    await skipReview(ina, reviewId);
    expect(await nextRecord(ina, projectId)).toBeNull();
    expect((await recordOf(projectId, ref)).status).toBe("awaiting_review");
    expect((await undoReview(ina, reviewId)).ref).toBe(ref);
    expect(await nextRecord(ben, projectId)).toBeNull();
  });
});

describe("a record that changes while it is open", () => {
  test.each(["withdrawn", "superseded"] as const)(
    "is said to be %s by the next sign of life and save, and the draft is kept",
    async (status) => {
      const [ref = ""] = await createRecords(projectId);
      const review = await begin(ina, projectId, ref);
      await db.record.updateMany({ where: { projectId, ref }, data: { status } });
      expect(await heartbeat(ina, review.reviewId)).toEqual({ lost: status });
      expect(await saveDraft(ina, { ...review, content: fixing })).toMatchObject({ claim: { lost: status } });
      await expect(submitReview(ina, { ...review, version: 1, content: fixing })).rejects.toMatchObject({
        code: "conflict",
      });
      const draft = await db.draft.findUniqueOrThrow({ where: { reviewId: review.reviewId } });
      expect(draft).toMatchObject({ baseRevisionId: review.baseRevisionId, content: { note: fixing.note } });
    },
  );
});

describe("drafts", () => {
  test("a save over an older version changes nothing and is told what is stored", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await saveDraft(ina, { ...review, content: { ...emptyDraft, note: "In one tab." } });
    await expect(
      saveDraft(ina, { ...review, content: { ...emptyDraft, note: "In the other." } }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { version: 1, content: { note: "In one tab." } },
    });
    expect((await loadRoom(ina, projectId, ref)).review?.draft.note).toBe("In one tab.");
  });

  test("of saves at once on one version, one wins and all others are told", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    const saves = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        saveDraft(ina, { ...review, content: { ...emptyDraft, note: `Save ${n}` } }),
      ),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await loadRoom(ina, projectId, ref)).review?.version).toBe(1);
  });
});
