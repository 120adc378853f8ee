import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  begin,
  createReviewers,
  fixing,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { loadRoom } from "./load-room.ts";
import { submitReview } from "./submit-review.ts";
import { undoReview } from "./undo-review.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
});

describe("two independent reviews", () => {
  beforeEach(async () => {
    await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  });

  test("that agree on decision and text approve it", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    expect((await recordOf(projectId, ref)).status).toBe("in_review");
    await submit(ben, projectId, ref, { ...fixing, labels: { "t2.1": "unsupported" }, note: "" });
    const { status, revisions, approvals, headRevisionId } = await recordOf(projectId, ref);
    expect(status).toBe("approved");
    expect(revisions[1]?.contentHash).toBe(revisions[2]?.contentHash);
    expect([revisions[1]?.parentId, revisions[2]?.parentId]).toEqual([revisions[0]?.id, revisions[0]?.id]);
    expect(approvals).toMatchObject([{ revisionId: headRevisionId }]);
  });

  test.each([
    ["approve different texts", approving],
    ["decide differently", { ...emptyDraft, decision: "reject", note: "No." } as const],
  ])("that %s go to a lead", async (_, other) => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    await submit(ben, projectId, ref, other);
    const { status, headRevisionId, revisions, approvals } = await recordOf(projectId, ref);
    expect(status).toBe("needs_adjudication");
    expect(headRevisionId).toBe(revisions[0]?.id);
    expect(approvals).toEqual([]);
  });

  test("are blind: no byte of the first reaches the second before their own", async () => {
    const [ref = ""] = await createRecords(projectId);
    const secret = "heliotrope";
    await submit(ina, projectId, ref, {
      ...fixing,
      note: secret,
      response: secret,
      added: [{ key: "+1", after: null, text: secret, clauses: ["1.1"], from: [] }],
    });
    const people: [PersonActor, "offered" | "reading"][] = [
      [ben, "offered"],
      [lea, "offered"],
    ];
    for (const [person, standing] of people) {
      const room = await loadRoom(person, projectId, ref);
      expect(room).toMatchObject({ standing, review: null });
      expect(room.record.status).toBeNull();
      expect(room.history).toHaveLength(1);
      const bytes = JSON.stringify(room);
      for (const trace of [secret, ina.name, ina.email, ina.userId, "approve"])
        expect(bytes).not.toContain(trace);
    }

    const mine = await begin(ben, projectId, ref);
    expect(JSON.stringify(await loadRoom(ben, projectId, ref))).not.toContain(secret);
    await submitReview(ben, { ...mine, content: approving });
    expect(JSON.stringify(await loadRoom(ben, projectId, ref))).not.toContain(secret);
    await letPass(mine.reviewId, 1);
    expect(JSON.stringify(await loadRoom(ben, projectId, ref))).toContain(secret);
  });

  test("leave each reviewer their own version to look at while the other is awaited", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, fixing);
    const room = await loadRoom(ina, projectId, ref);
    expect(room).toMatchObject({ standing: "done", given: { number: 1 }, shown: { number: 2 } });
  });

  test("taking back the deciding one leaves the other standing", async () => {
    const [ref = ""] = await createRecords(projectId);
    await submit(ina, projectId, ref, approving);
    const deciding = await submit(ben, projectId, ref, approving);
    await undoReview(ben, deciding.reviewId);
    const { status, approvals } = await recordOf(projectId, ref);
    expect(status).toBe("in_review");
    expect(approvals[0]?.withdrawnAt).not.toBeNull();
    await submitReview(ben, { ...(await begin(ben, projectId, ref)), content: approving });
    expect((await recordOf(projectId, ref)).status).toBe("approved");
  });
});

describe("who may see a record", () => {
  test("annotators see what is open to them and what they had a part in", async () => {
    const [ref = ""] = await createRecords(projectId);
    expect((await loadRoom(ben, projectId, ref)).standing).toBe("offered");
    const { reviewId } = await submit(ina, projectId, ref, fixing);
    await expect(loadRoom(ben, projectId, ref)).rejects.toMatchObject({ code: "forbidden" });
    expect((await loadRoom(ina, projectId, ref)).standing).toBe("done");
    await letPass(reviewId, 1);
    expect((await loadRoom(lea, projectId, ref)).shown.number).toBe(2);
    await expect(loadRoom(ben, projectId, "9.9")).rejects.toMatchObject({ code: "not_found" });
  });
});
