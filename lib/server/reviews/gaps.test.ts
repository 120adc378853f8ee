import { beforeEach, expect, test } from "vitest";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadInbox } from "#lib/server/inbox/load.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { loadGaps, setGapClosed } from "./gaps.ts";

let ina: PersonActor;
let ben: PersonActor;
let lead: PersonActor;
let projectId: string;

beforeEach(async () => {
  ({ ina, ben, lea: lead, projectId } = await createReviewers());
});

const gap: ReviewDraft = {
  ...approving,
  note: "Nothing is said of shared machines.",
  noteKind: "policy_gap",
  noteAbout: "t2.1",
};
const inboxOf = async (actor: PersonActor) => (await loadInbox(actor, projectId)).items;
const policyGaps = (closed = false) => loadGaps(lead, { projectId, kind: "policy_gap", closed });

test("a gap comes to the leads with the thought in question, once it can no longer be taken back", async () => {
  const [ref = ""] = await createRecords(projectId);
  const { reviewId } = await submit(ina, projectId, ref, gap);
  expect([await policyGaps(), await inboxOf(lead)]).toEqual([{ gaps: [], open: 0 }, []]);
  await letPass(reviewId, 1);
  const { gaps, open } = await policyGaps();
  expect(open).toBe(1);
  expect(gaps).toMatchObject([
    {
      ref,
      by: ina.name,
      text: "Nothing is said of shared machines.",
      thought: expect.any(String),
      closed: null,
    },
  ]);
  expect(await loadGaps(lead, { projectId, kind: "guidelines_gap", closed: false })).toEqual({
    gaps: [],
    open: 0,
  });
  expect(await inboxOf(lead)).toMatchObject([
    { kind: "gap_found", noteKind: "policy_gap", by: ina.name, ref, text: gap.note },
  ]);
  expect(await inboxOf(ben), "it is for the leads").toEqual([]);
});

test("a lead closes it and opens it again; to nobody else is it shown", async () => {
  const [ref = ""] = await createRecords(projectId);
  const { reviewId } = await submit(ina, projectId, ref, gap);
  await letPass(reviewId, 1);
  await setGapClosed(lead, { projectId, reviewId, closed: true });
  await setGapClosed(lead, { projectId, reviewId, closed: true });
  expect([await policyGaps(), await inboxOf(lead)]).toEqual([{ gaps: [], open: 0 }, []]);
  expect((await policyGaps(true)).gaps).toMatchObject([{ ref, closed: { by: lead.name } }]);
  expect(await db.auditEvent.count({ where: { projectId, action: "gap.close" } })).toBe(1);
  await setGapClosed(lead, { projectId, reviewId, closed: false });
  expect((await policyGaps()).open).toBe(1);
  await expect(loadGaps(ben, { projectId, kind: "policy_gap", closed: false })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(setGapClosed(ben, { projectId, reviewId, closed: true })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("while others still judge the record, the gap waits with the review that found it", async () => {
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  const [ref = ""] = await createRecords(projectId);
  const { reviewId } = await submit(ina, projectId, ref, gap);
  await letPass(reviewId, 1);
  expect((await policyGaps()).open).toBe(0);
  const other = await submit(ben, projectId, ref, approving);
  expect((await policyGaps()).open).toBe(0);
  await letPass(other.reviewId, 1);
  expect((await policyGaps()).open).toBe(1);
});
