import { expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { loadCoverage } from "./coverage.ts";

test("coverage says of each policy and clause what became of records and how reviewers agreed", async () => {
  const { ina, ben, lea, projectId } = await createReviewers();
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  const [first = "", second = ""] = await createRecords(projectId, 3);
  const of = async (number: string) =>
    (await loadCoverage(lea, projectId)).rows.find((row) => row.number === number);
  expect(await of("1")).toMatchObject({ records: 2, groups: { waiting: 2, approved: 0 }, alike: { n: 0 } });
  expect(await of("2")).toMatchObject({ records: 0 });
  const before = await loadCoverage(lea, projectId);

  const one = await submit(ina, projectId, first, approving);
  const two = await submit(ben, projectId, first, approving);
  expect(await loadCoverage(lea, projectId), "nothing of what can still be taken back").toEqual(before);
  for (const { reviewId } of [one, two]) await letPass(reviewId, 5);
  await db.reviewRound.updateMany({ where: { closedAt: { not: null } }, data: { closedAt: new Date(0) } });
  expect(await of("5.2")).toMatchObject({ groups: { approved: 1 }, alike: { n: 1, value: 1 } });

  await letPass((await submit(ina, projectId, second, approving)).reviewId, 5);
  await letPass(
    (await submit(ben, projectId, second, { ...emptyDraft, decision: "reject", note: "It lectures." }))
      .reviewId,
    5,
  );
  await db.reviewRound.updateMany({ where: { closedAt: { not: null } }, data: { closedAt: new Date(0) } });
  expect(await of("1")).toMatchObject({
    records: 2,
    groups: { waiting: 1, disputed: 1 },
    alike: { n: 1, value: 0 },
  });
  await expect(loadCoverage(ina, projectId)).rejects.toMatchObject({ code: "forbidden" });
});
