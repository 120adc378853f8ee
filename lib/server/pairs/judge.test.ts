import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BlindAnswer, PairDecision } from "#lib/domain/pair/judge.ts";
import type { PairRoom } from "#lib/domain/pair/room.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { freeClaims } from "#lib/server/reviews/give-back.ts";
import { createApproved, createRun } from "#lib/server/testing/approved-record.ts";
import { approveEdited, createBeliefPair } from "#lib/server/testing/pairs.ts";
import { createPerson, createProjectWith, memberOf } from "#lib/server/testing/people.ts";
import { claimPair, countWaitingPairs, nextPair } from "./claim.ts";
import { firstSide } from "./first-side.ts";
import { makePairsOfEdits } from "./from-people.ts";
import { answerPair, decidePair, undoPair } from "./judge.ts";
import { keepPair } from "./keep.ts";
import { loadPair } from "./load-room.ts";

const lead = await createPerson({ name: "Lea" });
const ina = await createPerson({ name: "Ina" });
const ben = await createPerson({ name: "Ben" });
const reader = await createPerson({ name: "Rui" });
const stranger = await createPerson({ name: "Sol" });
const belief = "marker-belief: the rules rest today";
const rejected = "marker-rejected";

let projectId: string;
let run: Awaited<ReturnType<typeof createRun>>;
let beliefRun: Awaited<ReturnType<typeof createRun>>;
let made = 0;

function fresh(name: string): string {
  made += 1;
  return `${name} ${made}`;
}

beforeAll(async () => {
  projectId = await freshProject();
});

async function freshProject(): Promise<string> {
  const project = await createProjectWith(
    [
      [lead, "lead"],
      [ina, "annotator"],
      [ben, "annotator"],
      [reader, "reader"],
    ],
    fresh("Pairs"),
  );
  run = await createRun(project.id);
  beliefRun = await createRun(project.id, { kind: "belief" });
  return project.id;
}

/** What waits from earlier tests would be offered first. */
beforeEach(async () => {
  await db.pair.updateMany({ where: { status: "proposed" }, data: { status: "kept" } });
});

async function approved(response = "Chosen.") {
  const place = { projectId, reviewerId: lead.userId };
  return createApproved(place, fresh("Asked?"), { run, response });
}

async function beliefPair(): Promise<string> {
  const { prompt, revisionId } = await approved();
  const given = { promptId: prompt.id, revisionId, runId: beliefRun.id, belief, rejected };
  return (await createBeliefPair(projectId, given)).id;
}

async function editedPair(): Promise<string> {
  const { recordId, approvalId } = await approved("Given.");
  const edited = await approveEdited(recordId, approvalId, "Mended.");
  await makePairsOfEdits(lead, projectId);
  return (await db.pair.findFirstOrThrow({ where: { selectedRevisionId: edited.id } })).id;
}

async function roomOf(actor: PersonActor, pairId: string): Promise<PairRoom> {
  const standing = await loadPair(actor, { projectId, pairId });
  if (standing.kind !== "open") throw new Error(`It is ${standing.kind}.`);
  return standing.room;
}

async function begin(actor: PersonActor, pairId: string, answer: BlindAnswer = "first") {
  await claimPair(actor, { projectId, pairId });
  await answerPair(actor, { projectId, pairId, answer });
}

async function judged(actor: PersonActor, pairId: string, decision: PairDecision) {
  await begin(actor, pairId);
  await decidePair(actor, { projectId, pairId, decision });
  return db.pair.findUniqueOrThrow({ where: { id: pairId } });
}

describe("before the answer", () => {
  test("the page holds two texts and nothing that tells them apart, in an order that only the server can know", async () => {
    const id = await beliefPair();
    await claimPair(ina, { projectId, pairId: id });
    const room = await roomOf(ina, id);
    expect(room.reveal).toBeNull();
    expect(Object.keys(room).sort()).toEqual(
      ["category", "clauses", "exposure", "id", "messages", "reveal", "sides", "synthetic"].sort(),
    );
    for (const side of room.sides) {
      expect(Object.keys(side).sort()).toEqual(["disposition", "response", "thoughts"]);
      for (const thought of side.thoughts) expect(Object.keys(thought).sort()).toEqual(["clauses", "text"]);
    }
    const bytes = JSON.stringify(room);
    expect(bytes).not.toMatch(/marker-belief|selected|"rejected"|score|0\.9|t0\.1|#2|@1/);
    expect(bytes).toContain(rejected);
    const isFirst = room.sides[0].response.startsWith(rejected);
    expect(isFirst).toBe(firstSide(id, ina.userId) === "rejected");
    expect(await roomOf(ina, id)).toEqual(room);
  });

  test("each side stands first about as often, for one person and for one pair", () => {
    const people = Array.from({ length: 400 }, (_, n) => `person ${n}`);
    const ofPair = people.filter((who) => firstSide("pair", who) === "selected").length;
    const ofPerson = people.filter((pair) => firstSide(pair, "person") === "selected").length;
    for (const n of [ofPair, ofPerson]) expect(Math.abs(n - 200)).toBeLessThan(50);
  });

  test("two people are given two pairs, and neither is shown the other's", async () => {
    const [one, other] = [await beliefPair(), await beliefPair()];
    const [mine, theirs] = await Promise.all(
      [ina, ben].map((actor) => nextPair(actor, { projectId, past: null })),
    );
    expect([mine?.id, theirs?.id].sort()).toEqual([one, other].sort());
    expect(await loadPair(ben, { projectId, pairId: mine?.id ?? "" })).toEqual({ kind: "taken" });
    const answer = { projectId, pairId: mine?.id ?? "", answer: "first" as const };
    await expect(answerPair(ben, answer)).rejects.toMatchObject({ code: "conflict" });
    expect(await nextPair(lead, { projectId, past: null })).toBeNull();
    // Whoever goes on gives back what they held.
    await nextPair(ben, { projectId, past: theirs?.id ?? null });
    expect(await nextPair(lead, { projectId, past: null })).toEqual({ id: theirs?.id });
  });

  test("whoever goes on does not wait for what another tab of theirs is claiming", async () => {
    const [one, other] = [await beliefPair(), await beliefPair()];
    await claimPair(ina, { projectId, pairId: other });
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`select from pairs where id = ${other}::uuid for update`;
      expect(await nextPair(ina, { projectId, past: null })).toEqual({ id: one });
    });
  });

  test("nobody answers, and so sees, what was not given to them", async () => {
    const id = await beliefPair();
    const answer = { projectId, pairId: id, answer: "first" } as const;
    await expect(answerPair(ina, answer)).rejects.toMatchObject({ code: "conflict" });
    expect(await loadPair(ina, { projectId, pairId: id })).toEqual({ kind: "free" });
    // The control.
    await claimPair(ina, { projectId, pairId: id });
    await answerPair(ina, answer);
  });

  test("nothing is decided, and another's answer is not shown", async () => {
    const id = await beliefPair();
    await begin(ben, id);
    await db.pair.update({ where: { id }, data: { claimedById: null, claimExpiresAt: null } });
    await claimPair(ina, { projectId, pairId: id });
    expect(JSON.stringify(await roomOf(ina, id))).not.toContain("Ben");
    const keep = { projectId, pairId: id, decision: { kind: "keep" } as const };
    await expect(decidePair(ina, keep)).rejects.toMatchObject({ code: "conflict" });
    await answerPair(ina, { projectId, pairId: id, answer: "neither" });
    expect((await roomOf(ina, id)).reveal).toMatchObject({ answer: "neither", others: [{ name: "Ben" }] });
  });
});

describe("after it", () => {
  test("the sides have names, the answer stays as it was given, and no belief is told", async () => {
    const id = await beliefPair();
    await begin(ina, id, "second");
    await answerPair(ina, { projectId, pairId: id, answer: "first" });
    const { reveal } = await roomOf(ina, id);
    expect(reveal).toMatchObject({
      answer: "second",
      first: firstSide(id, ina.userId),
      origin: "belief",
      isApproved: true,
      scores: { selected: 0.1, rejected: 0.9 },
      deliberation: null,
    });
    expect(JSON.stringify(reveal)).not.toContain("marker-belief");
    expect(await db.pairAnswer.findMany({ where: { pairId: id } })).toHaveLength(1);
    await expect(db.pairAnswer.deleteMany({ where: { pairId: id } })).rejects.toThrow();
  });

  test.each<[string, PairDecision, object]>([
    ["kept", { kind: "keep" }, { status: "kept", fault: null, flipped: false }],
    [
      "discarded for a reason",
      { kind: "discard", fault: "harmful" },
      { status: "discarded", fault: "harmful", flipped: false },
    ],
    [
      "discarded where the side that was said under a belief is found better: it is never the one to prefer",
      { kind: "flip" },
      { status: "discarded", fault: "judged_better", flipped: false },
    ],
  ])("a pair of a belief run is %s", async (_, decision, expected) => {
    expect(await judged(ina, await beliefPair(), decision)).toMatchObject({ ...expected, claimedById: null });
  });

  test("a pair of two revisions may be flipped", async () => {
    const pair = await judged(ina, await editedPair(), { kind: "flip" });
    expect(pair).toMatchObject({ status: "kept", fault: null, flipped: true });
  });

  test("the decision can be taken back by who made it, until a data set holds the pair", async () => {
    const id = await beliefPair();
    await judged(ina, id, { kind: "discard", fault: "both_poor" });
    await expect(undoPair(ben, { projectId, pairId: id })).rejects.toMatchObject({ code: "conflict" });
    await undoPair(ina, { projectId, pairId: id });
    expect(await db.pair.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "proposed",
      fault: null,
      claimedById: ina.userId,
    });
    await expect(undoPair(ina, { projectId, pairId: id })).rejects.toMatchObject({ code: "conflict" });
    await decidePair(ina, { projectId, pairId: id, decision: { kind: "keep" } });
    const told = await db.pairDecision.findMany({
      where: { answer: { pairId: id } },
      orderBy: { id: "asc" },
    });
    expect(told.map(({ kind, fault }) => [kind, fault])).toEqual([
      ["discard", "both_poor"],
      ["undo", null],
      ["keep", null],
    ]);
  });
});

describe("pairs of what people changed", () => {
  test("set what was given against what was approved, with its labels as reasons, and are made once", async () => {
    const id = await editedPair();
    const { rejectedRevisionId } = await db.pair.findUniqueOrThrow({ where: { id } });
    const review = await db.review.findFirstOrThrow({
      where: { round: { baseRevisionId: rejectedRevisionId ?? "" } },
    });
    await db.label.create({
      data: {
        revisionId: rejectedRevisionId ?? "",
        reviewId: review.id,
        thoughtId: "t0.1",
        label: "unsupported",
        why: "Nobody said so.",
      },
    });
    // What somebody would say since they know what others said is no reason why it was changed.
    const { roundId, reviewerId } = review;
    await db.review.create({
      data: {
        roundId,
        reviewerId,
        afterReveal: true,
        status: "submitted",
        decision: "reject",
        submittedAt: new Date(),
        labels: {
          create: [{ revisionId: rejectedRevisionId ?? "", thoughtId: "t0.1", label: "redundant" }],
        },
      },
    });
    await begin(ina, id);
    expect((await roomOf(ina, id)).reveal).toMatchObject({
      origin: "edit",
      scores: null,
      labels: [{ text: "It is asked in good faith.", label: "unsupported", why: "Nobody said so." }],
    });
    const before = await db.pair.count({ where: { projectId } });
    expect(await makePairsOfEdits(lead, projectId)).toEqual({ made: 0 });
    expect(await db.pair.count({ where: { projectId } })).toBe(before);
    await approved();
    expect(await makePairsOfEdits(lead, projectId)).toEqual({ made: 0 });
    for (const actor of [ina, reader]) {
      await expect(makePairsOfEdits(actor, projectId)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("set what an earlier round began with against what was approved in the end", async () => {
    const { recordId, approvalId } = await approved("First.");
    const first = await db.reviewRound.findFirstOrThrow({ where: { recordId } });
    const second = await approveEdited(recordId, approvalId, "Second.");
    const { policySetId } = first;
    const round = await db.reviewRound.create({
      data: { recordId, baseRevisionId: second.id, policySetId, number: 2, slots: 1 },
    });
    const review = await db.review.create({
      data: {
        roundId: round.id,
        reviewerId: ben.userId,
        status: "submitted",
        decision: "approve",
        submittedAt: new Date(),
      },
    });
    const inForce = await db.approval.findFirstOrThrow({ where: { recordId, withdrawnAt: null } });
    const third = await approveEdited(recordId, inForce.id, "Third.");
    await db.approval.updateMany({
      where: { recordId, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    await db.approval.create({ data: { recordId, revisionId: third.id, policySetId, reviewId: review.id } });
    expect(await makePairsOfEdits(lead, projectId)).toEqual({ made: 2 });
    const pairs = await db.pair.findMany({
      where: { selectedRevisionId: third.id },
      orderBy: { origin: "asc" },
    });
    expect(pairs.map(({ origin, rejectedRevisionId }) => [origin, rejectedRevisionId])).toEqual([
      ["edit", second.id],
      ["round", first.baseRevisionId],
    ]);
  });
});

describe("time before a pair", () => {
  const secondsOf = async (subjectId: string) =>
    Math.round((await db.exposure.findFirst({ where: { subjectId } }))?.seconds ?? -1);
  const secondsPass = (subjectId: string, seconds: number) => db.$executeRaw`
    update exposures set seen_at = seen_at - make_interval(secs => ${seconds}) where subject_id = ${subjectId}::uuid`;

  test("counts from when it is revealed, never more than went by, and while it waits unread it counts as one", async () => {
    const [id, other] = [await beliefPair(), await beliefPair()];
    const sol = await memberOf(projectId, "Sol");
    await db.exposureChoice.create({
      data: { userId: sol.userId, blur: true, caps: { high: { records: 1 } } },
    });
    await claimPair(sol, { projectId, pairId: id });
    expect((await roomOf(sol, id)).exposure.blur).toBe(true);
    expect(await secondsOf(id), "nothing was read").toBe(-1);
    expect((await limitsOf(sol.userId, projectId)).held.levels, "but it is held").toEqual(["high"]);

    await keepPair(sol, { projectId, pairId: id, seen: 0 });
    expect((await roomOf(sol, id)).exposure.blur).toBe(false);
    await secondsPass(id, 60);
    await keepPair(sol, { projectId, pairId: id, seen: 40 });
    expect(await secondsOf(id)).toBe(40);
    await keepPair(sol, { projectId, pairId: id, seen: 86_400 });
    expect(await secondsOf(id), "a second or two since the last report").toBeLessThan(50);
    await expect(claimPair(sol, { projectId, pairId: other })).rejects.toThrow(/your share/);
    await claimPair(sol, { projectId, pairId: id });
  });

  test("is noted by who was given it alone; a late report takes no pair back that was given back", async () => {
    const [id, other] = [await beliefPair(), await beliefPair()];
    await expect(keepPair(ina, { projectId, pairId: id, seen: 5 })).rejects.toMatchObject({
      code: "not_found",
    });
    await claimPair(ina, { projectId, pairId: id });
    await db.pair.update({ where: { id }, data: { claimExpiresAt: new Date(0) } });
    await keepPair(ina, { projectId, pairId: id, seen: 0 });
    await expect(claimPair(ben, { projectId, pairId: id }), "a sign of life keeps it").rejects.toThrow(
      /Somebody else/,
    );

    await claimPair(ina, { projectId, pairId: other });
    await secondsPass(id, 60);
    await keepPair(ina, { projectId, pairId: id, seen: 30 });
    expect(await secondsOf(id)).toBe(30);
    await claimPair(ben, { projectId, pairId: id });
    await freeClaims({ userId: ben.userId, projectId });
    expect(await loadPair(ina, { projectId, pairId: id }), "as when he signs out").toEqual({ kind: "free" });
  });
});

describe("who sees a pair", () => {
  test("is who may review in its project; the sides are shown to who holds it, and counted as of high severity", async () => {
    const id = await beliefPair();
    const look = (actor: PersonActor) => loadPair(actor, { projectId, pairId: id });
    await expect(look(reader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(look(stranger)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await createProjectWith([[ina, "annotator"]], "Elsewhere");
    await expect(loadPair(ina, { projectId: elsewhere.id, pairId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await look(ina)).toEqual({ kind: "free" });
    expect(await db.exposure.count({ where: { subjectId: id } })).toBe(0);
    await claimPair(ina, { projectId, pairId: id });
    expect(await db.exposure.findMany({ where: { subjectId: id } })).toMatchObject([
      { userId: ina.userId, severity: "high" },
    ]);
    await answerPair(ina, { projectId, pairId: id, answer: "first" });
    await decidePair(ina, { projectId, pairId: id, decision: { kind: "keep" } });
    expect(await look(ben)).toEqual({ kind: "settled" });
    expect(await look(ina)).toMatchObject({ kind: "open", room: { reveal: { decision: { kind: "keep" } } } });
  });

  test("is nobody who opted out of its category or has read their share of the day", async () => {
    const id = await beliefPair();
    await db.exposureChoice.create({ data: { userId: ben.userId, caps: { high: { records: 0 } } } });
    await expect(claimPair(ben, { projectId, pairId: id })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.pair.findUniqueOrThrow({ where: { id } })).toMatchObject({ claimedById: null });
    expect(await countWaitingPairs(projectId, ina.userId)).toEqual({ waiting: 1, held: [] });
    expect(await countWaitingPairs(projectId, ben.userId)).toEqual({ waiting: 0, held: ["high"] });
  });
});
