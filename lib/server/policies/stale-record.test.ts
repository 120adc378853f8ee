import { expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { applyBulk } from "#lib/server/bulk/apply.ts";
import { undoBulk } from "#lib/server/bulk/undo.ts";
import { db } from "#lib/server/database/client.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { submitReview } from "#lib/server/reviews/submit-review.ts";
import { createPrompt, createRecord, createRun } from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { approving, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { untilSomebodyWaits } from "#lib/server/testing/waiting.ts";
import { loadPolicyDraft, savePolicyDraft } from "./draft.ts";
import { publishPolicy } from "./publish.ts";

const lead = await createPerson({ name: "Lea" });
const reviewer = await createPerson({ name: "Ina" });

async function freshRecord(clauses: string[]) {
  const { id: projectId } = await createProjectWith([
    [lead, "lead"],
    [reviewer, "annotator"],
  ]);
  const prompt = await createPrompt(projectId, "Is it so?");
  const run = await createRun(projectId);
  const { recordId, revisionId } = await createRecord(projectId, {
    prompt,
    run,
    thoughts: [{ text: "So.", clauses }],
  });
  return { projectId, recordId, revisionId, ref: `${run.number}.${prompt.number}` };
}

async function reword(projectId: string, clause: string) {
  const address = { projectId, number: Number(clause.split(".")[0]) };
  const { draft } = await loadPolicyDraft(lead, address);
  const text = draft.text.replace(`\n${clause} `, `\n${clause} In plain words: `);
  const { version } = await savePolicyDraft(lead, { ...address, text, baseVersion: draft.version });
  return publishPolicy(lead, { ...address, draftVersion: version, addedTouch: "none" });
}

const statusOf = async (recordId: string) =>
  (await db.record.findUniqueOrThrow({ where: { id: recordId } })).status;

test("a record that was written under older policies is stale as soon as somebody takes it up", async () => {
  const { projectId, recordId, ref } = await freshRecord(["5.1"]);
  await reword(projectId, "5.1");
  // As a deliberation leaves it that began before the publication and ended after it.
  await db.record.update({ where: { id: recordId }, data: { status: "awaiting_review" } });
  await claimRecord(reviewer, projectId, ref);
  expect(await statusOf(recordId)).toBe("stale");
  const rounds = await db.reviewRound.findMany({
    where: { recordId },
    orderBy: { number: "asc" },
    select: { policySet: { select: { number: true } } },
  });
  expect(rounds.map(({ policySet }) => policySet.number)).toEqual([1, 2]);
});

test("an approval that newly cites a clause which changed meanwhile does not stand", async () => {
  const { projectId, recordId, revisionId, ref } = await freshRecord(["5.2"]);
  const { reviewId } = await claimRecord(reviewer, projectId, ref);
  await reword(projectId, "5.1");
  expect(await statusOf(recordId)).toBe("in_review");
  const content = {
    ...emptyDraft,
    labels: { "t0.1": "sound" as const },
    edits: { "t0.1": { clauses: ["5.1", "5.2"] } },
  };
  await submitReview(reviewer, { reviewId, baseRevisionId: revisionId, version: 0, content });
  expect(await statusOf(recordId)).toBe("stale");
});

test("a publication waits for what is being decided, and then sees what it cites", async () => {
  const { projectId, recordId } = await freshRecord(["5.2"]);
  let publishing: ReturnType<typeof reword> | undefined;
  await db.$transaction(async (tx) => {
    await lockRecord(tx, recordId);
    publishing = reword(projectId, "5.1");
    await untilSomebodyWaits();
    await tx.record.update({ where: { id: recordId }, data: { citedClauses: ["5.1"] } });
  });
  expect(await publishing).toMatchObject({ stale: 1 });
  expect(await statusOf(recordId)).toBe("stale");
});

test("an approval that is put back after new policies were published is stale", async () => {
  const { projectId, recordId, ref } = await freshRecord(["5.1"]);
  await letPass((await submit(reviewer, projectId, ref, approving)).reviewId, 5);
  const { id } = await applyBulk(lead, projectId, {
    kind: "withdraw",
    refs: [ref],
    reason: "The brief was wrong.",
    again: false,
  });
  await reword(projectId, "5.1");
  expect(await undoBulk(lead, projectId, id)).toEqual({ undone: 1, of: 1 });
  expect(await statusOf(recordId)).toBe("stale");
});
