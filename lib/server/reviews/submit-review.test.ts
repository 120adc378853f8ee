import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createImported, createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  begin,
  createReviewers,
  fixing,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { heartbeat } from "./keep-claim.ts";
import { loadRoom } from "./load-room.ts";
import { nextRecord } from "./next-record.ts";
import { saveDraft } from "./save-draft.ts";
import { submitReview } from "./submit-review.ts";

let ina: PersonActor;
let ben: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, projectId } = await createReviewers());
});

describe("submitting", () => {
  test("approves what the reviewer made of it, and pins revision and policies", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    const record = await recordOf(projectId, ref);
    const [given, minted] = record.revisions;
    expect(minted).toMatchObject({
      number: 2,
      parentId: given?.id,
      authorKind: "person",
      authorId: ina.userId,
    });
    expect(minted?.thoughts).toContainEqual(
      expect.objectContaining({ id: "t2.1", text: "On one's own machine this is routine." }),
    );
    expect(record).toMatchObject({ status: "approved", headRevisionId: minted?.id });
    const policySet = await db.policySet.findFirstOrThrow({ where: { projectId } });
    expect(record.approvals).toMatchObject([{ revisionId: minted?.id, policySetId: policySet.id }]);
    expect(
      await db.label.findMany({ where: { revisionId: given?.id }, orderBy: { thoughtId: "asc" } }),
    ).toMatchObject([
      { thoughtId: "t1.1", label: "sound" },
      { thoughtId: "t2.1", label: "policy_inconsistent" },
      { thoughtId: "t3.1", label: "sound" },
    ]);
  });

  test("mints no revision where no text was changed", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, approving);
    const { revisions, approvals, headRevisionId } = await recordOf(projectId, ref);
    expect(revisions).toHaveLength(1);
    expect(approvals[0]?.revisionId).toBe(headRevisionId);
  });

  test("twice at once, and once more later, is submitting once", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    const save = { ...review, content: fixing };
    await Promise.all([submitReview(ina, save), submitReview(ina, save)]);
    await submitReview(ina, save);
    const { revisions, approvals } = await recordOf(projectId, ref);
    expect(revisions).toHaveLength(2);
    expect(approvals).toHaveLength(1);
    expect(await db.review.count({ where: { round: { record: { ref, projectId } } } })).toBe(1);
  });

  test("is refused while something is missing, and the draft stays", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await saveDraft(ina, { ...review, content: { ...emptyDraft, note: "Hm." } });
    const save = { ...review, version: 1, content: { ...emptyDraft, decision: "reject" as const } };
    await expect(submitReview(ina, save)).rejects.toMatchObject({ code: "invalid" });
    expect((await loadRoom(ina, projectId, ref)).review?.draft.note).toBe("Hm.");
  });

  test("a record of an import is reviewed like any other", async () => {
    const ref = await createImported(projectId);
    await submit(ina, projectId, ref, { ...approving, edits: { "1.2": { clauses: ["3.1"] } } });
    expect(await recordOf(projectId, ref)).toMatchObject({ status: "approved", citedClauses: ["3.1"] });
  });

  test("asking for changes opens a new round on that version, once it can no longer be taken back", async () => {
    const [ref = ""] = await createRecords(projectId);
    const asking = { ...fixing, decision: "request_changes" as const };
    const review = await submit(ina, projectId, ref, asking);
    expect((await recordOf(projectId, ref)).status).toBe("changes_requested");
    expect(await nextRecord(ben, projectId)).toBeNull();

    await letPass(review.reviewId, 1);
    await db.reviewRound.updateMany({
      where: { record: { projectId }, number: 2 },
      data: { openedAt: new Date() },
    });
    expect((await nextRecord(ben, projectId))?.ref).toBe(ref);
    const room = await loadRoom(ben, projectId, ref);
    expect(room.given.number).toBe(2);
    expect(room.brief).toEqual({ kind: "changes_requested", notes: [fixing.note] });
  });

  test("is refused for a record whose policies changed meanwhile, and goes on under the new ones", async () => {
    const [ref = ""] = await createRecords(projectId);
    const review = await begin(ina, projectId, ref);
    await saveDraft(ina, { ...review, content: fixing });
    await db.policySet.create({ data: { projectId, number: 2 } });
    await db.record.updateMany({ where: { projectId, ref }, data: { status: "stale" } });
    const save = { ...review, version: 1, content: fixing };
    await expect(submitReview(ina, save)).rejects.toMatchObject({ code: "conflict" });
    expect(await heartbeat(ina, review.reviewId)).toEqual({ lost: "policy_changed" });

    const again = await begin(ina, projectId, ref);
    expect(again).toMatchObject({ version: 1, baseRevisionId: review.baseRevisionId });
    await submitReview(ina, { ...again, content: fixing });
    const { status, approvals } = await recordOf(projectId, ref);
    const newest = await db.policySet.findFirstOrThrow({ where: { projectId, number: 2 } });
    expect(status).toBe("approved");
    expect(approvals[0]?.policySetId).toBe(newest.id);
  });
});

describe("what never changes", () => {
  test.each([
    ["a submitted review", "update reviews set note = 'x' where id = $1"],
    ["its decision", "update reviews set decision = 'reject' where id = $1"],
    ["its labels", "update labels set label = 'sound' where review_id = $1"],
    [
      "its revision",
      "update revisions set response = 'x' where id = (select revision_id from reviews where id = $1)",
    ],
    ["its approval", "update approvals set approved_at = now() where review_id = $1"],
    ["the review itself", "delete from reviews where id = $1"],
  ])("%s", async (_, sql) => {
    const [ref = ""] = await createRecords(projectId);
    const { reviewId } = await submit(ina, projectId, ref, fixing);
    await expect(db.$executeRawUnsafe(sql.replace("$1", `'${reviewId}'`))).rejects.toThrow(
      /never change|only withdrawn|never changed/,
    );
  });
});
