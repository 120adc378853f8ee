import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { adjudicate } from "#lib/server/adjudications/adjudicate.ts";
import { loadDispute } from "#lib/server/adjudications/load.ts";
import { db } from "#lib/server/database/client.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, fixing, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { loadAgreement } from "./agreement.ts";
import { loadMyWork } from "./my-work.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let ref: string;

const rejecting: ReviewDraft = { ...emptyDraft, decision: "reject", note: "It lectures." };

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  [ref = ""] = await createRecords(projectId);
});

const outcome = async (actor: PersonActor) => (await loadMyWork(actor, projectId)).rows[0]?.outcome;

describe("my work", () => {
  test("says nothing of others before their time, then what came of it", async () => {
    const mine = await submit(ina, projectId, ref, fixing);
    expect(await outcome(ina)).toEqual({ kind: "just_now" });
    await letPass(mine.reviewId, 1);
    expect(await outcome(ina)).toEqual({ kind: "waiting" });
    const other = await submit(ben, projectId, ref, rejecting);
    expect(await outcome(ina)).toEqual({ kind: "waiting" });
    await letPass(other.reviewId, 1);
    expect(await outcome(ina)).toEqual({ kind: "disputed" });
    expect(await outcome(ben)).toEqual({ kind: "disputed" });
  });

  test("brings the adjudicator's comment and what was decided otherwise, once that is final", async () => {
    for (const [person, draft] of [
      [ina, fixing],
      [ben, rejecting],
    ] as const) {
      await letPass((await submit(person, projectId, ref, draft)).reviewId, 1);
    }
    const dispute = await loadDispute(lea, projectId, ref);
    if (typeof dispute === "string") throw new Error(dispute);
    const { roundId } = dispute;
    await adjudicate(lea, projectId, {
      ref,
      roundId,
      content: { ...approving, note: "The thought was fine." },
    });
    expect(await outcome(ben)).toEqual({ kind: "disputed" });
    const ruling = await db.review.findFirstOrThrow({ where: { roundId, kind: "adjudication" } });
    await letPass(ruling.id, 1);
    expect(await outcome(ina)).toMatchObject({
      kind: "adjudicated",
      feedback: {
        decision: "approve",
        comment: "The thought was fine.",
        by: lea.name,
        upheld: false,
        against: [{ id: "t2.1" }],
      },
    });
    expect(await outcome(ben)).toMatchObject({ feedback: { upheld: false, against: [], response: null } });
    const { falseAlarms } = (await loadMyWork(ben, projectId)).detection;
    expect(falseAlarms).toMatchObject({ n: 1, value: 1 });
  });

  test("says so where all agree, and where nobody else was asked", async () => {
    await letPass((await submit(ina, projectId, ref, approving)).reviewId, 1);
    await letPass((await submit(ben, projectId, ref, approving)).reviewId, 1);
    expect(await outcome(ina)).toEqual({ kind: "agreed", decision: "approve", alone: false });
  });
});

describe("agreement", () => {
  test("rests on rounds that all reviewers have finished for good", async () => {
    await letPass((await submit(ina, projectId, ref, fixing)).reviewId, 1);
    expect((await loadAgreement(lea, projectId)).rounds).toBe(0);
    const { reviewId } = await submit(ben, projectId, ref, rejecting);
    expect((await loadAgreement(lea, projectId)).rounds).toBe(0);
    await letPass(reviewId, 1);
    await db.reviewRound.updateMany({
      where: { closedAt: { not: null } },
      data: { closedAt: new Date(Date.now() - 60_000) },
    });
    const { rounds, alphas, pairs, names } = await loadAgreement(lea, projectId);
    expect(rounds).toBe(1);
    expect(alphas[0]).toMatchObject({
      scale: { kind: "decisions" },
      alpha: { n: 1, records: 1, interval: null },
    });
    expect(pairs[0]?.pair.map((id) => names[id]).sort()).toEqual([ben.name, ina.name]);
  });

  test("is not for annotators", async () => {
    await expect(loadAgreement(ben, projectId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
