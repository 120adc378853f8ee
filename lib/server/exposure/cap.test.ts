import { beforeEach, describe, expect, test } from "vitest";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { listRecords } from "#lib/server/records/list.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { heartbeat } from "#lib/server/reviews/keep-claim.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { saveDraft } from "#lib/server/reviews/save-draft.ts";
import { skipReview } from "#lib/server/reviews/skip-review.ts";
import { submitReview } from "#lib/server/reviews/submit-review.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, begin, createReviewers, fixing, submit } from "#lib/server/testing/reviewing.ts";
import { forgetExposures } from "./forget.ts";
import { HeldBackToday } from "./serve.ts";

let ina: PersonActor;
let ben: PersonActor;
let projectId: string;
let refs: string[];

beforeEach(async () => {
  ({ ina, ben, projectId } = await createReviewers());
  refs = await createRecords(projectId, 4);
  await allAre("high");
});

const of = (n: number) => refs[n] ?? "";

async function allAre(severity: Severity) {
  await db.record.updateMany({ where: { projectId }, data: { severity } });
}

async function setCap(high: { records?: number; minutes?: number }) {
  await db.project.update({ where: { id: projectId }, data: { exposureCaps: { high } } });
}

async function choose(choice: { blur?: boolean; caps?: object; optedOut?: string[] }) {
  await db.exposureChoice.upsert({
    where: { userId: ina.userId },
    create: { userId: ina.userId, ...choice },
    update: choice,
  });
}

/** As if the page had been open for so long. */
async function secondsPass(seconds: number) {
  await db.$executeRaw`update exposures set seen_at = seen_at - make_interval(secs => ${seconds})
    where user_id = ${ina.userId}::uuid`;
}

async function secondsOf(actor: PersonActor): Promise<number> {
  const { _sum } = await db.exposure.aggregate({
    where: { userId: actor.userId },
    _sum: { seconds: true },
  });
  return Math.round(_sum.seconds ?? 0);
}

describe("above the limit of a day", () => {
  test("the next record is not served: not as the next, not by its address, not in lists or counts", async () => {
    await setCap({ records: 2 });
    await submit(ina, projectId, of(0), approving);
    await submit(ina, projectId, of(1), approving);

    expect(await nextRecord(ina, projectId)).toBeNull();
    await expect(claimRecord(ina, projectId, of(2))).rejects.toThrow(/your share/);
    await expect(loadRoom(ina, projectId, of(2))).rejects.toThrow(HeldBackToday);
    expect((await waitingFor(ina, projectId)).waiting).toBe(0);
    const page = await listRecords(ina, projectId, {
      choice: { list: "waiting", order: "oldest", filter: {} },
      cursor: null,
    });
    expect(page.rows).toEqual([]);
    expect(await nextRecord(ben, projectId), "it is there for others").toMatchObject({ ref: of(2) });

    // The control: without the limit, it would be served.
    await setCap({});
    expect((await loadRoom(ina, projectId, of(3))).given.thoughts.length).toBeGreaterThan(0);
    expect(await nextRecord(ina, projectId)).toMatchObject({ ref: of(3) });
  });

  test("what nobody rated counts as high, and milder records are still served", async () => {
    await allAre("unrated");
    await setCap({ records: 1 });
    await submit(ina, projectId, of(0), approving);
    expect(await nextRecord(ina, projectId)).toBeNull();
    await db.record.updateMany({ where: { projectId, ref: of(3) }, data: { severity: "medium" } });
    expect(await nextRecord(ina, projectId)).toMatchObject({ ref: of(3) });
  });

  test("two tabs that ask at once get one record together", async () => {
    const both = () =>
      Promise.allSettled([claimRecord(ina, projectId, of(0)), claimRecord(ina, projectId, of(1))]);
    await setCap({ records: 1 });
    expect((await both()).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    // The control.
    await setCap({});
    expect((await both()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  });

  test("looking at records without claiming them is counted as well", async () => {
    await setCap({ records: 2 });
    await loadRoom(ina, projectId, of(0));
    await loadRoom(ina, projectId, of(1));
    await loadRoom(ina, projectId, of(1));
    await expect(loadRoom(ina, projectId, of(2))).rejects.toThrow(HeldBackToday);
  });

  test("what one has begun can be finished", async () => {
    await setCap({ records: 1 });
    const review = await begin(ina, projectId, of(0));
    const { version } = await saveDraft(ina, { ...review, content: fixing });
    expect(await nextRecord(ina, projectId)).toMatchObject({ ref: of(0) });
    await submitReview(ina, { ...review, version, content: fixing });
  });

  test("a person's own lower limit holds in every project", async () => {
    await choose({ caps: { high: { records: 1 } } });
    await submit(ina, projectId, of(0), approving);
    expect(await nextRecord(ina, projectId)).toBeNull();
  });

  test("the day before does not count", async () => {
    await setCap({ records: 1 });
    await submit(ina, projectId, of(0), approving);
    await db.$executeRaw`update exposures set day = day - 1 where user_id = ${ina.userId}::uuid`;
    expect(await nextRecord(ina, projectId)).not.toBeNull();
  });
});

describe("time on screen", () => {
  test("is what the page reports, and never more than went by", async () => {
    const { reviewId } = await begin(ina, projectId, of(0));
    await secondsPass(60);
    await heartbeat(ina, reviewId, 40);
    expect(await secondsOf(ina)).toBe(40);
    await heartbeat(ina, reviewId, 86_400);
    expect(await secondsOf(ina), "a second or two since the last report").toBeLessThan(50);
  });

  test("counts towards the limit", async () => {
    await setCap({ minutes: 5 });
    const { reviewId } = await begin(ina, projectId, of(0));
    await secondsPass(400);
    await heartbeat(ina, reviewId, 290);
    expect(await nextRecord(ina, projectId, { past: of(0) })).toMatchObject({ ref: of(1) });
    await heartbeat(ina, reviewId, 0);
    await secondsPass(60);
    await heartbeat(ina, reviewId, 20);
    await expect(claimRecord(ina, projectId, of(2))).rejects.toThrow(/your share/);
  });

  test("what was blurred and skipped was not read", async () => {
    await choose({ blur: true });
    const { reviewId } = await begin(ina, projectId, of(0));
    expect((await loadRoom(ina, projectId, of(0))).exposure.blur).toBe(true);
    await skipReview(ina, reviewId, null);
    expect(await db.exposure.count({ where: { userId: ina.userId } })).toBe(0);

    // The control: revealed, it was.
    const revealed = await begin(ina, projectId, of(1));
    await heartbeat(ina, revealed.reviewId, 0);
    expect((await loadRoom(ina, projectId, of(1))).exposure.blur).toBe(false);
    expect(await db.exposure.count({ where: { userId: ina.userId } })).toBe(1);
  });
});

test("what is older than ninety days is deleted", async () => {
  await submit(ina, projectId, of(0), approving);
  await submit(ben, projectId, of(1), approving);
  await db.$executeRaw`update exposures set day = day - 91 where user_id = ${ina.userId}::uuid`;
  await forgetExposures();
  expect(await db.exposure.count({ where: { userId: ina.userId } })).toBe(0);
  expect(await db.exposure.count({ where: { userId: ben.userId } })).toBe(1);
});

test("a category that somebody opted out of is never offered to them, nor can they claim it", async () => {
  expect(await nextRecord(ina, projectId, { past: of(0) }), "the control").toMatchObject({ ref: of(1) });
  await choose({ optedOut: ["privacy"] });
  expect(await nextRecord(ina, projectId, { past: of(0) })).toMatchObject({ ref: of(2) });
  expect((await waitingFor(ina, projectId)).waiting).toBe(3);
  await expect(loadRoom(ina, projectId, of(1))).rejects.toThrow(HeldBackToday);
  await expect(claimRecord(ina, projectId, of(1))).rejects.toThrow(/You chose/);
  expect(await nextRecord(ben, projectId, { past: of(0) })).toMatchObject({ ref: of(1) });
});
