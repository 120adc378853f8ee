import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { everything } from "#lib/domain/export/filter.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { erase } from "#lib/server/erase/erase.ts";
import { undoReview } from "#lib/server/reviews/undo-review.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { readsOf } from "#lib/server/testing/reads.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  createReviewers,
  fixing,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { createSnapshot } from "./create.ts";
import { streamRelease } from "./release.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let ref: string;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  [ref = ""] = await createRecords(projectId);
});

type Row = {
  prompt: string;
  completions: string[];
  labels: boolean[];
  judgements: string[][];
  id: string;
};

async function freeze(): Promise<string> {
  return (await createSnapshot(lea, { projectId, name: "Judged", filter: everything })).id;
}

async function rowsOf(snapshotId: string): Promise<Row[]> {
  const release = await streamRelease(lea, snapshotId, "stepwise");
  const lines = (await text(release.stream)).split("\n").filter((line) => line !== "");
  expect((await release.manifest()).rows).toBe(lines.length);
  return lines.map((line) => JSON.parse(line));
}

describe("a stepwise release", () => {
  test("finds what was said of an item through an index, however many reviews there are", async () => {
    await submit(ina, projectId, ref, fixing);
    const snapshot = await freeze();
    const reads = await readsOf(() => rowsOf(snapshot));
    const read = reads.find(({ text }) => text.includes("is_ruling"));
    const client = await pool.connect();
    try {
      await client.query("begin");
      // A handful of rows is read whole, whatever there is: this asks what else could be done.
      await client.query("set local enable_seqscan = off");
      const { rows } = await client.query(`explain ${read?.text}`, read?.values);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain("reviews_round_id_idx");
      expect(plan).not.toContain("Seq Scan on reviews");
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  test("holds the thoughts as they were judged, not as they were approved", async () => {
    await submit(ina, projectId, ref, fixing);
    const [row, ...others] = await rowsOf(await freeze());
    const mended = Object.values(fixing.edits)[0]?.text;
    expect(others).toEqual([]);
    expect(row?.id).toBe(`${ref}@1`);
    expect(row?.completions).not.toContain(mended);
    const { revisions } = await recordOf(projectId, ref);
    expect(JSON.stringify(revisions[1]?.thoughts)).toContain(mended);
    const wrong = row?.labels.indexOf(false) ?? -1;
    expect(row?.judgements[wrong]).toEqual(["policy_inconsistent"]);
    expect(row?.labels.filter((label) => !label)).toHaveLength(1);
  });

  test("has a row for each revision that was judged on the way to the approval", async () => {
    const asking: ReviewDraft = { ...fixing, decision: "request_changes", note: "Look again." };
    const { reviewId } = await submit(ina, projectId, ref, asking);
    await letPass(reviewId, 1);
    await db.reviewRound.updateMany({ where: { record: { projectId } }, data: { openedAt: new Date(0) } });
    await submit(ben, projectId, ref, approving);
    const rows = await rowsOf(await freeze());
    expect(rows.map(({ id, labels }) => [id, labels.every(Boolean)])).toEqual([
      [`${ref}@1`, false],
      [`${ref}@2`, true],
    ]);
  });

  test("tells by majority what several people said, and stops where they are divided", async () => {
    await db.reviewRound.updateMany({ where: { record: { projectId } }, data: { slots: 2 } });
    await submit(ina, projectId, ref, { ...approving, labels: { "t0.1": "sound" } });
    await submit(ben, projectId, ref, { ...approving, labels: { "t2.1": "redundant" }, reasoning: "sound" });
    const [row] = await rowsOf(await freeze());
    const { revisions } = await recordOf(projectId, ref);
    const given = revisions[0]?.thoughts as { id: string; text: string; removed?: unknown }[];
    const kept = given.filter(({ removed }) => !removed);
    const divided = kept.findIndex(({ id }) => id === "t2.1");
    expect(row?.completions).toEqual(kept.slice(0, divided).map(({ text }) => text));
    expect(row?.judgements.every((said) => said.length === 2)).toBe(true);
  });

  test("stays as it was when the snapshot was frozen, whatever is taken back or said after", async () => {
    const { reviewId } = await submit(ina, projectId, ref, fixing);
    const id = await freeze();
    const before = await rowsOf(id);
    await undoReview(ina, reviewId);
    await submit(ina, projectId, ref, approving);
    expect(await rowsOf(id)).toEqual(before);
    const [now] = await rowsOf(await freeze());
    expect(now?.labels.every(Boolean)).toBe(true);
  });

  test("leaves a counted gap for what was erased", async () => {
    await submit(ina, projectId, ref, approving);
    const id = await freeze();
    const admin = await createPerson({ isAdmin: true });
    const { id: recordId } = await recordOf(projectId, ref);
    await erase(admin, { kind: "record", id: recordId, reason: "Personal data." });
    const release = await streamRelease(lea, id, "stepwise");
    expect(await text(release.stream)).toBe("");
    expect(await release.manifest()).toMatchObject({ rows: 0, erasedItems: 1 });
  });
});
