import { expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { plantRecord } from "#lib/server/planted/plant.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { loadAhead } from "./load-ahead.ts";
import { loadRoom } from "./load-room.ts";
import { nextRecord } from "./next-record.ts";
import { saveDraft } from "./save-draft.ts";
import { submitReview } from "./submit-review.ts";

test.each([
  ["none of them planted", 0],
  ["the planted ones first", 100],
])("what is loaded ahead is claimed next, %s, and neither claimed nor seen by that", async (_, percent) => {
  const { ina, ben, lea, projectId } = await createReviewers();
  const refs = await createRecords(projectId, 7);
  for (const ref of refs.slice(0, 2)) {
    const { reviewId } = await submit(ben, projectId, ref, approving);
    await letPass(reviewId, 5);
    await db.reviewRound.updateMany({
      where: { closedAt: { not: null } },
      data: { closedAt: new Date(0) },
    });
    const { given } = await loadRoom(lea, projectId, ref);
    const [thought] = given.thoughts;
    await plantRecord(lea, projectId, { ref, flaw: { thoughtId: thought?.id ?? "", text: "Flawed." } });
  }
  // More than a lead can choose, so that it is always their turn.
  await db.$executeRaw`alter table projects drop constraint if exists planted_in_range`;
  await db.project.update({ where: { id: projectId }, data: { plantedPercent: percent } });

  const met: string[] = [];
  let claim = await nextRecord(ina, projectId);
  while (claim) {
    const { ref, reviewId } = claim;
    met.push(ref);
    const before = await counts(ina.userId);
    const ahead = await loadAhead(ina, projectId, ref);
    expect(await counts(ina.userId)).toEqual(before);
    const { given } = await loadRoom(ina, projectId, ref);
    const save = { reviewId, baseRevisionId: given.id, version: 0, content: approving };
    await submitReview(ina, { ...save, version: (await saveDraft(ina, save)).version });
    claim = await nextRecord(ina, projectId, { past: ref });
    expect(claim?.ref ?? null).toBe(ahead?.record.ref ?? null);
  }
  const planted = await db.record.findMany({ where: { projectId, planted: true }, select: { ref: true } });
  const found = met.filter((ref) => planted.some((one) => one.ref === ref));
  expect(found).toEqual(percent === 0 ? [] : met.slice(0, 2));
  expect(met).toHaveLength(5 + (percent === 0 ? 0 : 2));
});

test("going on from a planted record that is not judged yet leads to another one", async () => {
  const { ina, ben, lea, projectId } = await createReviewers();
  const [first = "", second = ""] = await createRecords(projectId, 2);
  const { reviewId } = await submit(ben, projectId, first, approving);
  await letPass(reviewId, 5);
  await db.reviewRound.updateMany({ where: { closedAt: { not: null } }, data: { closedAt: new Date(0) } });
  const [thought] = (await loadRoom(lea, projectId, first)).given.thoughts;
  await plantRecord(lea, projectId, { ref: first, flaw: { thoughtId: thought?.id ?? "", text: "Flawed." } });
  await db.project.update({ where: { id: projectId }, data: { plantedPercent: 1 } });
  const planted = await nextRecord(ina, projectId, { draw: 0 });
  expect(await nextRecord(ina, projectId, { past: planted?.ref ?? "", draw: 0 })).toMatchObject({
    ref: second,
  });
});

test("what is held back today or blurred is not loaded ahead", async () => {
  const { ina, projectId } = await createReviewers();
  const [first = "", second = ""] = await createRecords(projectId, 2);
  await db.record.updateMany({ where: { projectId, ref: second }, data: { severity: "high" } });
  expect((await loadAhead(ina, projectId, first))?.record.ref).toBe(second);
  await db.exposureChoice.create({ data: { userId: ina.userId, blur: true } });
  expect(await loadAhead(ina, projectId, first)).toBeNull();
  await db.exposureChoice.update({
    where: { userId: ina.userId },
    data: { blur: false, caps: { high: { records: 0 } } },
  });
  expect(await loadAhead(ina, projectId, first)).toBeNull();
});

async function counts(userId: string) {
  return {
    reviews: await db.review.count({ where: { reviewerId: userId } }),
    exposures: await db.exposure.count({ where: { userId } }),
  };
}
