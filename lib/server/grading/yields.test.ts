import { expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { createReviewers, fixing, letPass, recordOf, submit } from "#lib/server/testing/reviewing.ts";
import { loadYield } from "./yields.ts";

test("a run's yield counts what was spent, removed, changed and approved, once it can no longer be taken back", async () => {
  const { ina, projectId } = await createReviewers();
  const [ref = ""] = await createRecords(projectId, 2);
  const { runId } = await recordOf(projectId, ref);
  const run = await db.run.findUniqueOrThrow({ where: { id: runId ?? "" } });
  await db.runTally.create({
    data: {
      runId: run.id,
      outcome: "consensus",
      shard: 0,
      n: 2,
      tokensIn: 900,
      tokensOut: 100,
      costMicros: 50,
    },
  });
  const { reviewId } = await submit(ina, projectId, ref, {
    ...fixing,
    added: [{ key: "+1", after: null, text: "It is the person's own machine.", clauses: [], from: [] }],
    response: "Press Ctrl+C, or end it by its number.",
  });

  const fresh = await loadYield(projectId, run.number);
  expect(fresh).toMatchObject({ records: 2, approved: 0, reviewed: { reviews: 0 } });

  await letPass(reviewId, 1);
  await db.reviewRound.updateMany({ where: { closedAt: { not: null } }, data: { closedAt: new Date(0) } });
  await db.$executeRaw`alter table approvals disable trigger user`;
  await db.approval.updateMany({ where: { record: { projectId } }, data: { approvedAt: new Date(0) } });
  await db.$executeRaw`alter table approvals enable trigger user`;

  const settled = await loadYield(projectId, run.number);
  expect(settled).toMatchObject({
    records: 2,
    approved: 1,
    tokensIn: 900,
    tokensOut: 100,
    costMicros: 50,
    reviewed: {
      reviews: 1,
      decisions: { approve: 1, request_changes: 0, reject: 0 },
      changes: { edited: 1, removed: 0, reshaped: 0, added: 1, response: 1 },
    },
  });
  const revisions = await db.revision.findMany({ where: { number: 1, record: { projectId } } });
  const thoughts = revisions.flatMap((revision) => revision.thoughts as { removed?: { label: string } }[]);
  expect(settled.refined).toMatchObject({ records: 2, thoughts: thoughts.length });
  const removed = thoughts.filter((thought) => thought.removed);
  expect(removed.length).toBeGreaterThan(0);
  expect(settled.refined.removed.reduce((sum, { n }) => sum + n, 0)).toBe(removed.length);
});
