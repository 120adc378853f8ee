import { beforeEach, describe, expect, test } from "vitest";
import type { NewBatch } from "#lib/domain/review/batch.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { signOut } from "#lib/server/auth/sign-in.ts";
import { db } from "#lib/server/database/client.ts";
import { loadInbox } from "#lib/server/inbox/load.ts";
import { deactivate } from "#lib/server/people/administer.ts";
import { changeRole, removeMember } from "#lib/server/people/members.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { freeClaim, loadHeldClaims } from "#lib/server/reviews/held-claims.ts";
import { heartbeat } from "#lib/server/reviews/keep-claim.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { saveDraft } from "#lib/server/reviews/save-draft.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";
import { chooseWorking } from "#lib/server/reviews/working.ts";
import { createPerson, sessionCookie } from "#lib/server/testing/people.ts";
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
import { untilSomebodyWaits } from "#lib/server/testing/waiting.ts";
import { createBatch } from "./create.ts";
import { cancelBatch } from "./end.ts";
import { loadBatches, loadMyBatches } from "./load.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let slug: string;
let refs: string[];

beforeEach(async () => {
  ({ ina, ben, lea, projectId, slug } = await createReviewers());
  refs = await createRecords(projectId, 5);
});

const of = (n: number) => refs[n] ?? "";
const order = (more: Partial<NewBatch> = {}): NewBatch => ({
  name: "First batch",
  dueOn: "2027-01-31",
  size: 3,
  people: [ina.userId],
  order: "oldest",
  filter: {},
  ...more,
});
const waits = async (actor: PersonActor) => (await waitingFor(actor, projectId)).waiting;

/** Makes a batch and has Ina work through it. */
async function work(more: Partial<NewBatch> = {}): Promise<string> {
  await createBatch(lea, projectId, order(more));
  const [batch] = await loadMyBatches(ina, projectId);
  await chooseWorking(ina, projectId, { order: "oldest", filter: {}, batch: batch?.id ?? "" });
  return batch?.id ?? "";
}

describe("a batch", () => {
  test("is worked through in its order by its people, and offered to nobody else", async () => {
    await work({ order: "newest" });
    expect([await waits(ina), await waits(ben)]).toEqual([5, 2]);
    const served: (string | undefined)[] = [];
    for (let past: string | null = null; served.length < 3; past = served.at(-1) ?? null) {
      served.push((await nextRecord(ina, projectId, { past }))?.ref);
      expect((await loadRoom(ina, projectId, served.at(-1) ?? "")).batch).toBe("First batch");
      await submit(ina, projectId, served.at(-1) ?? "", approving);
    }
    expect(served).toEqual([of(4), of(3), of(2)]);
    expect(await nextRecord(ina, projectId, { past: of(2) })).toBeNull();
    expect(await loadMyBatches(ina, projectId)).toEqual([]);
  });

  test("cannot be entered by an address, but what somebody has begun they may finish", async () => {
    const review = await begin(ben, projectId, of(0));
    const { version } = await saveDraft(ben, { ...review, content: fixing });
    await work();
    await expect(claimRecord(ben, projectId, of(1))).rejects.toThrow(/held for other people/);
    await expect(loadRoom(ben, projectId, of(1))).rejects.toMatchObject({ code: "forbidden" });
    expect((await loadRoom(lea, projectId, of(1))).standing).toBe("reading");
    expect(await heartbeat(ben, review.reviewId, 0)).toHaveProperty("until");
    expect(await saveDraft(ben, { ...review, version, content: fixing })).toMatchObject({
      version: version + 1,
    });
    expect(await waits(ben)).toBe(3);
  });

  test("takes what fits and no other batch holds, and says so where nothing is left", async () => {
    await createBatch(lea, projectId, order({ filter: { severity: "low" }, size: 9 }));
    expect(await db.record.count({ where: { projectId, batchId: { not: null }, severity: "low" } })).toBe(2);
    expect(await db.record.count({ where: { projectId, batchId: { not: null } } })).toBe(2);
    await expect(createBatch(lea, projectId, order({ filter: { severity: "low" } }))).rejects.toMatchObject({
      code: "conflict",
    });
    const [one, other] = await Promise.all(
      [createBatch(lea, projectId, order({ size: 2 })), createBatch(lea, projectId, order({ size: 1 }))].map(
        (made) => made.catch(() => ({ records: 0 })),
      ),
    );
    expect(await db.record.count({ where: { projectId, batchId: { not: null } } })).toBe(
      2 + (one?.records ?? 0) + (other?.records ?? 0),
    );
  });

  test("shows its progress by what is decided for good", async () => {
    await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
    await createRecords(await secondProject(), 1);
    await work({ people: [ina.userId, ben.userId] });
    const progress = async () => {
      const [row] = await loadBatches(lea, projectId);
      return [row?.records, row?.done, ...(row?.people.map(({ reviewed }) => reviewed) ?? [])];
    };
    const before = await loadBatches(lea, projectId);
    const review = await submit(ina, projectId, of(0), approving);
    await letPass(review.reviewId, 5);
    expect(await progress()).toEqual([3, 1, 0, 1]);
    expect(before[0]?.done).toBe(0);
  });

  test.each([
    [
      "it is cancelled",
      () => loadMyBatches(ina, projectId).then(([b]) => cancelBatch(lea, projectId, b?.id ?? "")),
    ],
    ["its people leave", () => removeMember(lea, { slug, userId: ina.userId })],
    [
      "its people may not review any more",
      () => changeRole(lea, { slug, userId: ina.userId, role: "reader" }),
    ],
    ["its people are deactivated", async () => deactivate(await createPerson({ isAdmin: true }), ina.userId)],
  ])("lets go of its records when %s, and what was written stays", async (_, end) => {
    const batchId = await work();
    const review = await begin(ina, projectId, of(0));
    await saveDraft(ina, { ...review, content: fixing });
    expect(await waits(ben)).toBe(2);
    await end();
    expect((await db.batch.findUniqueOrThrow({ where: { id: batchId } })).endedAt).not.toBeNull();
    expect(await waits(ben)).toBeGreaterThanOrEqual(4);
    expect(await db.draft.count({ where: { reviewId: review.reviewId } })).toBe(1);
  });

  test("lets somebody go who is claiming one of its records at that moment, and neither waits for the other", async () => {
    await work();
    const admin = await createPerson({ isAdmin: true });
    const { id } = await recordOf(projectId, of(0));
    let leaving: Promise<void> | undefined;
    await db.$transaction(async (tx) => {
      await lockRecord(tx, id);
      leaving = deactivate(admin, ina.userId);
      await untilSomebodyWaits();
      // What a claim locks next.
      await tx.$executeRaw`select from users where id = ${ina.userId}::uuid for no key update nowait`;
    });
    await leaving;
    expect((await recordOf(projectId, of(0))).batchId).toBeNull();
  });

  test.each<[string, (actor: PersonActor) => Promise<void>]>([
    ["is removed", (actor) => removeMember(lea, { slug, userId: actor.userId })],
    ["becomes a reader", (actor) => changeRole(lea, { slug, userId: actor.userId, role: "reader" })],
    ["is deactivated", async (actor) => deactivate(await createPerson({ isAdmin: true }), actor.userId)],
  ])("is never left with somebody who %s while it is made", async (_, leave) => {
    const others = order({ people: [ina.userId, ben.userId] });
    let both: Promise<unknown> = Promise.resolve();
    // Both are held up where they tell the log, at their end.
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`lock table audit_events in exclusive mode`;
      const making = createBatch(lea, projectId, others);
      await untilSomebodyWaits();
      const leaving = leave(ina);
      both = Promise.all([making, leaving]);
      await untilSomebodyWaits(2);
    });
    await both;
    const people = await db.batchPerson.findMany({ where: { batch: { projectId } } });
    expect(people.map(({ userId }) => userId)).toEqual([ben.userId]);
  });

  test("is not made for somebody whose leaving is under way", async () => {
    const place = { projectId_userId: { projectId, userId: ina.userId } };
    let making: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.membership.delete({ where: place });
      expect(
        await db.membership.findUnique({ where: place }),
        "the control: who only asks finds her",
      ).toBeTruthy();
      making = createBatch(lea, projectId, order()).catch((error: unknown) => error);
      await untilSomebodyWaits();
    });
    expect(await making).toMatchObject({ code: "invalid" });
    expect(await db.batch.count({ where: { projectId } })).toBe(0);
  });

  test("is in the inbox of those whom it is for, with who made it, how many and until when, while it stands", async () => {
    const batch = await work();
    expect((await loadInbox(ina, projectId)).items).toMatchObject([
      { kind: "batch", by: "Lea", name: "First batch", records: 3, dueOn: "2027-01-31" },
    ]);
    expect((await loadInbox(ben, projectId)).items).toEqual([]);
    await cancelBatch(lea, projectId, batch);
    expect((await loadInbox(ina, projectId)).items).toEqual([]);
  });

  test("is made by leads alone, for people who review, and worked through by those it is for", async () => {
    await expect(createBatch(ina, projectId, order())).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createPerson({ name: "Kim" });
    await expect(createBatch(lea, projectId, order({ people: [stranger.userId] }))).rejects.toMatchObject({
      code: "invalid",
    });
    const batch = await work();
    await expect(chooseWorking(ben, projectId, { order: "oldest", filter: {}, batch })).rejects.toMatchObject(
      {
        code: "not_found",
      },
    );
  });
});

async function secondProject(): Promise<string> {
  return (await createReviewers()).projectId;
}

describe("claims", () => {
  test("a lead frees one without being told of which record; the draft stays, and its page takes it anew", async () => {
    const review = await begin(ina, projectId, of(0));
    await saveDraft(ina, { ...review, content: fixing });
    const held = await loadHeldClaims(lea, projectId);
    expect(held).toMatchObject([{ name: "Ina", reviewId: review.reviewId }]);
    expect(JSON.stringify(held)).not.toContain(of(0));
    await freeClaim(lea, projectId, review.reviewId);
    expect(await loadHeldClaims(lea, projectId)).toEqual([]);
    expect((await recordOf(projectId, of(0))).status).toBe("awaiting_review");
    expect(await db.auditEvent.count({ where: { projectId, action: "claim.free" } })).toBe(1);
    await expect(freeClaim(lea, projectId, review.reviewId)).rejects.toMatchObject({ code: "conflict" });

    expect(await heartbeat(ina, review.reviewId, 0)).toHaveProperty("until");
    await freeClaim(lea, projectId, review.reviewId);
    expect((await claimRecord(ben, projectId, of(0))).ref).toBe(of(0));
    expect(await heartbeat(ina, review.reviewId, 0)).toEqual({ lost: "taken" });
    expect(await db.draft.count({ where: { reviewId: review.reviewId } })).toBe(1);
    await expect(freeClaim(ina, projectId, review.reviewId)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who leaves the project gives back what they held", async () => {
    await claimRecord(ina, projectId, of(0));
    await removeMember(lea, { slug, userId: ina.userId });
    expect(await loadHeldClaims(lea, projectId)).toEqual([]);
  });

  test("who signs out gives back what they held, and keeps what they wrote", async () => {
    const review = await begin(ina, projectId, of(0));
    await saveDraft(ina, { ...review, content: fixing });
    await signOut(new Headers({ cookie: await sessionCookie(ina) }));
    expect((await claimRecord(ben, projectId, of(0))).ref).toBe(of(0));
    expect(await db.draft.count({ where: { reviewId: review.reviewId } })).toBe(1);
  });
});
