import { beforeAll, describe, expect, test } from "vitest";
import { isGrave } from "#lib/domain/prompt/severity.ts";
import { type QueueChoice, type QueueFilter, queueOrders } from "#lib/domain/review/queue-choice.ts";
import type { QueueView } from "#lib/domain/review/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { skipReview } from "#lib/server/reviews/skip-review.ts";
import { chooseWorking } from "#lib/server/reviews/working.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createImported, createRecords } from "#lib/server/testing/records.ts";
import { createReviewers } from "#lib/server/testing/reviewing.ts";
import { untilSomebodyWaits } from "#lib/server/testing/waiting.ts";
import { countListed, listRecords } from "./list.ts";
import type { Cursor } from "./page.ts";

type Stored = Awaited<ReturnType<typeof allRecords>>[number];

let lea: PersonActor;
let projectId: string;
let records: Stored[];

/** Of each kind of filter one, with what it lets through said in another way than the database has it. */
const filters: [filter: QueueFilter, fits: (record: Stored) => boolean][] = [
  [{}, () => true],
  [{ severity: "high" }, ({ severity }) => severity === "high"],
  [{ category: "privacy" }, ({ prompt }) => prompt.category === "privacy"],
  [{ cites: "1" }, ({ citedClauses }) => citedClauses.some((clause) => clause.startsWith("1."))],
  [{ cites: "1.3" }, ({ citedClauses }) => citedClauses.includes("1.3")],
  [{ outcome: "consensus" }, ({ outcome }) => outcome === "consensus"],
  [{ model: "m-1" }, ({ runId }) => runId !== null],
  [{ text: "PYTHON proc" }, ({ prompt }) => prompt.text.includes("Python process")],
  [{ text: "洗剂" }, ({ ref }) => ref.startsWith("i")],
  [
    { severity: "low", cites: "5.2", text: "kill" },
    ({ severity, citedClauses }) => severity === "low" && citedClauses.includes("5.2"),
  ],
];
const laterFilters: typeof filters = [
  [{ check: "near_duplicate" }, ({ head }) => (head?.findings.length ?? 0) > 0],
  [{ lowest: "low" }, ({ head }) => Math.floor(lowestOf(head)) <= 2],
  [{ faithful: "high", severity: "low" }, ({ severity, head }) => severity === "low" && lowestOf(head) < 6],
];

const lowestOf = (head: Stored["head"]) => {
  const of = (dimension: string) => {
    const values = head?.scores.filter((score) => score.dimension === dimension) ?? [];
    return values.reduce((sum, { value }) => sum + value, 0) / values.length;
  };
  return head?.scores.length ? Math.min(of("relevance"), of("cot_policy")) : Number.POSITIVE_INFINITY;
};

beforeAll(async () => {
  ({ lea, projectId } = await createReviewers());
  await createRecords(projectId, 100);
  await createImported(projectId, ["混合洗剂会产生有毒气体。", "Never mix cleaning agents."]);
  await createImported(projectId, ["不要混合洗剂。"], "May I mix cleaning agents?");
  const made = await allRecords();
  // Two judges of every third record, who differ more and more; a finding in every fourth; every other one is approved.
  for (const [index, { id, deliberationId, headRevisionId: revisionId }] of made.entries()) {
    if (index % 3 === 0 && revisionId && deliberationId) {
      const score = (judge: string, dimension: string, value: number) => ({
        deliberationId,
        revisionId,
        judge,
        dimension,
        value,
      });
      await db.score.createMany({
        data: [
          score("one", "relevance", 1 + (index % 5)),
          score("other", "relevance", 1 + ((index * 2) % 5)),
          score("one", "cot_policy", 5),
          score("other", "cot_policy", 4),
        ],
      });
    }
    await db.record.update({
      where: { id },
      data: { peopleAgree: (index % 7) / 7, ...(index % 2 === 0 && { status: "approved" }) },
    });
    if (index % 4 === 0 && revisionId)
      await db.finding.create({ data: { revisionId, thoughtId: "t1.1", check: "near_duplicate" } });
  }
  await db.$queryRaw`select index_records(array(select id from records))::text`;
  records = await allRecords();
});

function allRecords() {
  return db.record.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
    include: { prompt: true, head: { include: { scores: true, findings: true } } },
  });
}

async function walk(choice: QueueChoice): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: Cursor = null, first = true; first || cursor; first = false) {
    const page = await listRecords(lea, projectId, { choice, cursor });
    seen.push(...page.rows.map(({ ref }) => ref));
    cursor = page.next === null ? null : { after: page.next };
  }
  return seen;
}

const inOrder: Record<
  Exclude<(typeof queueOrders)[number], "interleaved">,
  (a: Stored, b: Stored) => number
> = {
  oldest: (a, b) => (a.id < b.id ? -1 : 1),
  newest: (a, b) => (a.id < b.id ? 1 : -1),
  judges: (a, b) => a.judgesAgree - b.judgesAgree || (a.id < b.id ? -1 : 1),
  people: (a, b) => a.peopleAgree - b.peopleAgree || (a.id < b.id ? -1 : 1),
};

const lists: [QueueView, typeof filters][] = [
  ["waiting", filters],
  ["approved", [...filters, ...laterFilters]],
];
const pairs = lists.flatMap(([list, asked]) =>
  asked.flatMap(([filter, fits]) =>
    queueOrders
      .filter((order) => list === "approved" || order !== "people")
      .map((order) => [list, order, JSON.stringify(filter), filter, fits] as const),
  ),
);

describe("a list gives each record that fits exactly once and in its order", () => {
  test.each(pairs)("%s, %s, %s", async (list, order, _, filter, fits) => {
    const choice = { list, order, filter };
    const found = await walk(choice);
    const expected = records.filter(
      (record) => (list === "approved") === (record.status === "approved") && fits(record),
    );
    expect(expected.length, "what the test rests on").toBeGreaterThan(0);
    expect(await countListed(lea, projectId, choice)).toBe(expected.length);
    if (order !== "interleaved") {
      expect(found).toEqual(expected.toSorted(inOrder[order]).map(({ ref }) => ref));
      return;
    }
    expect(found.toSorted()).toEqual(expected.map(({ ref }) => ref).toSorted());
    const row = found.map((ref) => expected.find((record) => record.ref === ref));
    for (const [index, record] of row.entries()) {
      const before = row[index - 1];
      if (!record || !before) continue;
      const later = row.slice(index).some((one) => one && !isGrave(one.severity));
      if (isGrave(record.severity) && isGrave(before.severity)) expect(later).toBe(false);
      else if (isGrave(record.severity) === isGrave(before.severity))
        expect(record.id > before.id).toBe(true);
    }
  });
});

test("what is served next follows the order and the filter that were chosen, and starts over behind the last", async () => {
  const kim = await memberOf(projectId, "Kim");
  const working = { order: "judges", filter: { severity: "high" }, batch: null } as const;
  await chooseWorking(kim, projectId, working);
  const listed = await walk({ list: "waiting", ...working });
  const served: string[] = [];
  for (let past: string | null = null; served.length < listed.length; past = served.at(-1) ?? null) {
    const claim = await nextRecord(kim, projectId, { past });
    served.push(claim?.ref ?? "none");
    if (served.length === 1 && claim) await skipReview(kim, claim.reviewId);
  }
  expect(served).toEqual(listed);
  expect((await nextRecord(kim, projectId, { past: served.at(-1) }))?.ref).toBe(listed[1]);
});

test("what two judges say at the same moment is weighed together", async () => {
  const { projectId } = await createReviewers();
  const [ref = ""] = await createRecords(projectId);
  const place = { projectId_ref: { projectId, ref } };
  const { deliberationId, headRevisionId } = await db.record.findUniqueOrThrow({ where: place });
  const given = { deliberationId, revisionId: headRevisionId ?? "", dimension: "relevance" };
  let second: Promise<unknown> | undefined;
  await db.$transaction(async (tx) => {
    await tx.score.create({ data: { ...given, judge: "one", value: 5 } });
    second = Promise.all([db.score.create({ data: { ...given, judge: "other", value: 1 } })]);
    await untilSomebodyWaits();
  });
  await second;
  expect(await db.record.findUniqueOrThrow({ where: place })).toMatchObject({ judgesAgree: 0 });
});

test("judges who differ, and people who differ from them, are weighed as scores and rounds come", async () => {
  const { projectId, lea } = await createReviewers();
  const [ref = ""] = await createRecords(projectId);
  const record = await db.record.findUniqueOrThrow({
    where: { projectId_ref: { projectId, ref } },
    include: { rounds: true },
  });
  const given = { revisionId: record.headRevisionId ?? "", dimension: "relevance" };
  const weighed = async () => {
    const { judgesAgree, peopleAgree } = await db.record.findUniqueOrThrow({ where: { id: record.id } });
    return [judgesAgree, peopleAgree];
  };
  const { deliberationId } = record;
  await db.score.create({ data: { ...given, deliberationId, judge: "one", value: 5 } });
  expect(await weighed()).toEqual([2, 2]);
  await db.score.create({ data: { ...given, deliberationId, judge: "other", value: 1 } });
  expect(await weighed()).toEqual([0, 2]);

  const [round] = record.rounds;
  const { id: reviewId } = await db.review.create({
    data: {
      roundId: round?.id ?? "",
      reviewerId: lea.userId,
      status: "submitted",
      decision: "approve",
      submittedAt: new Date(),
    },
  });
  await db.score.create({ data: { ...given, reviewId, value: 5 } });
  expect(await weighed(), "nothing of an open round").toEqual([0, 2]);
  await db.reviewRound.update({ where: { id: round?.id ?? "" }, data: { closedAt: new Date() } });
  expect(await weighed()).toEqual([0, 0.5]);
});

test.each([
  ["ÖKONOM", "Der Ökonom rechnet."],
  ["économ", "L\u2019e\u0301conomie d\u2019abord."],
  ["攻击", "他们攻击了服务器。"],
  ["공격", "서버를 공격했다."],
  ["संकट", "यह एक संकट है।"],
  ["مساعدة", "أحتاج إلى مساعدة الآن."],
  ["ai", "An AI, said they."],
  ["50% _off_", "Now 50 % off_!"],
])("“%s” is found in “%s”", async (words, text) => {
  const [{ found } = { found: false }] = await db.$queryRaw<{ found: boolean }[]>`
    select searchable(${text}) like search_pattern(${words}) as found`;
  expect(found).toBe(true);
});

test.each([
  ["ai", "They said so."],
  ["攻击", "击攻"],
  ["a%b", "a long way to b"],
])("“%s” is not found in “%s”", async (words, text) => {
  const [{ found } = { found: true }] = await db.$queryRaw<{ found: boolean }[]>`
    select searchable(${text}) like search_pattern(${words}) as found`;
  expect(found).toBe(false);
});
