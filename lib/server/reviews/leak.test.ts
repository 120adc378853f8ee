import { beforeEach, describe, expect, test } from "vitest";
import { Refused } from "#lib/domain/errors.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { defaultOrder, type QueueFilter, queueOrders } from "#lib/domain/review/queue-choice.ts";
import { queueViews } from "#lib/domain/review/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { listDisputes, nextDispute } from "#lib/server/adjudications/list.ts";
import { loadDispute } from "#lib/server/adjudications/load.ts";
import { listAudit } from "#lib/server/audit/list.ts";
import { createBatch } from "#lib/server/batches/create.ts";
import { loadBatches, loadMyBatches } from "#lib/server/batches/load.ts";
import { previewBulk } from "#lib/server/bulk/preview.ts";
import { comment } from "#lib/server/comments/write.ts";
import { filterChoices } from "#lib/server/data-sets/filter-choices.ts";
import { listSnapshots } from "#lib/server/data-sets/list.ts";
import { previewSnapshot } from "#lib/server/data-sets/preview.ts";
import { db } from "#lib/server/database/client.ts";
import { listDeliberations } from "#lib/server/deliberations/list.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { loadLedger, saveChoices } from "#lib/server/exposure/ledger.ts";
import { loadExposureTotals } from "#lib/server/exposure/totals.ts";
import { loadInbox } from "#lib/server/inbox/load.ts";
import { loadAgreement } from "#lib/server/insights/agreement.ts";
import { loadMyWork } from "#lib/server/insights/my-work.ts";
import { loadPlanted } from "#lib/server/planted/load.ts";
import { loadPlantSource } from "#lib/server/planted/source.ts";
import { listPolicies } from "#lib/server/policies/list.ts";
import { loadHome } from "#lib/server/projects/home.ts";
import { loadShell } from "#lib/server/projects/shell.ts";
import { listPrompts } from "#lib/server/prompts/list.ts";
import { loadPrompt } from "#lib/server/prompts/load.ts";
import { readFound } from "#lib/server/records/found-by.ts";
import { countListed, listed, listRecords } from "#lib/server/records/list.ts";
import { walkOf } from "#lib/server/records/walk.ts";
import { listRuns } from "#lib/server/runs/list.ts";
import { loadRun } from "#lib/server/runs/load.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, begin, createReviewers, fixing, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { loadFilterChoices } from "./filter-choices.ts";
import { loadGaps } from "./gaps.ts";
import { heartbeat } from "./keep-claim.ts";
import { loadQueue } from "./load-queue.ts";
import { loadRoom } from "./load-room.ts";
import { saveDraft } from "./save-draft.ts";
import { loadSavedViews } from "./saved-views.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let slug: string;
const ref = "1.1";

const secret = "heliotrope";
const telling: ReviewDraft = {
  ...fixing,
  note: secret,
  noteKind: "policy_gap",
  response: secret,
  added: [{ key: "+1", after: null, text: secret, clauses: ["1.1"], from: [] }],
};
const rejecting: ReviewDraft = { ...emptyDraft, decision: "reject", note: secret };

beforeEach(openProject);

async function openProject(): Promise<void> {
  ({ ina, ben, lea, projectId, slug } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  await createRecords(projectId, 2);
  await createBatch(lea, projectId, {
    name: "All of them",
    dueOn: "2027-01-31",
    size: 2,
    people: [ina.userId, ben.userId, lea.userId],
    order: "oldest",
    filter: {},
  });
}

/** Filters whose answers would tell, were they given too early. */
const asked: QueueFilter[] = [
  {},
  { text: secret },
  { severity: "low" },
  { cites: "1" },
  { cites: "1.1" },
  { outcome: "consensus" },
  { check: "near_duplicate" },
  { agreement: "agreed" },
  { agreement: "differed" },
  { lowest: "low" },
  { faithful: "high" },
];

/** All that pages, lists and streams of a project load for one person; what they may not load says so. */
async function everythingFor(
  actor: PersonActor,
  except: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const run = await db.run.findFirstOrThrow({ where: { projectId } });
  const everything = SnapshotFilter.parse({});
  const pages: Record<string, () => Promise<unknown>> = {
    shell: () => loadShell(actor, slug),
    home: () => loadHome(actor, projectId),
    queue: () => loadQueue(actor, projectId),
    ...Object.fromEntries(
      queueViews.flatMap((list) =>
        [
          ...asked.map((filter) => ({ list, order: defaultOrder(list), filter })),
          ...queueOrders.map((order) => ({ list, order, filter: {} })),
        ].flatMap((choice, n) => [
          [`${list} ${n}`, () => listRecords(actor, projectId, { choice, cursor: null })] as const,
          [`number of ${list} ${n}`, () => countListed(actor, projectId, choice)] as const,
        ]),
      ),
    ),
    "what lists are filtered by": () => loadFilterChoices(actor, projectId, { readsRuns: false }),
    "saved views": () => loadSavedViews(actor, projectId),
    batches: () => loadBatches(actor, projectId),
    "own batches": () => loadMyBatches(actor, projectId),
    "what could be withdrawn": () =>
      previewBulk(actor, projectId, {
        kind: "withdraw",
        choice: { list: "approved", order: "newest", filter: {} },
      }),
    room: () => loadRoom(actor, projectId, ref),
    work: () => loadMyWork(actor, projectId),
    agreement: () => loadAgreement(actor, projectId),
    planted: () => loadPlanted(actor, projectId),
    "what can be planted": () => loadPlantSource(actor, projectId, ref),
    disputes: () => listDisputes(actor, projectId),
    "next dispute": () => nextDispute(actor, projectId),
    dispute: () => loadDispute(actor, projectId, ref),
    prompts: () => listPrompts(actor, projectId, {}, 0),
    prompt: () => loadPrompt(actor, projectId, 1),
    runs: () => listRuns(actor, projectId),
    run: () => loadRun(actor, projectId, run.number),
    progress: () => loadRunProgress(actor, run.id),
    deliberations: () => listDeliberations(actor, run.id),
    deliberation: () => loadDeliberation(actor, projectId, run.number, 1),
    policies: () => listPolicies(actor, projectId),
    "data sets": () => listSnapshots(actor, { projectId }),
    "filter of data sets": () => filterChoices(actor, projectId, "revision"),
    "preview of a data set": () => previewSnapshot(actor, { projectId, filter: everything }),
    inbox: () => loadInbox(actor, projectId),
    "own exposure": () => loadLedger(actor, projectId),
    "exposure of many": () => loadExposureTotals(actor, projectId),
    gaps: () => loadGaps(actor, { projectId, kind: "policy_gap", closed: false }),
    audit: () => listAudit(actor, { slug }),
  };
  const loaded: Record<string, unknown> = {};
  for (const [name, load] of Object.entries(pages)) {
    if (except.includes(name)) continue;
    loaded[name] = await load().catch((error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    });
  }
  return loaded;
}

describe("before their own review, nobody's pages differ by a byte", () => {
  test.each([
    ["an annotator", () => ben],
    ["a lead", () => lea],
  ])("for %s, whether another has claimed, written, submitted or long finished", async (_, who) => {
    const reader = who();
    const before = await everythingFor(reader);
    expect(before.room).toMatchObject({ standing: "offered" });

    const claim = await begin(ina, projectId, ref);
    expect(await everythingFor(reader)).toEqual(before);
    await saveDraft(ina, { ...claim, content: telling });
    expect(await everythingFor(reader)).toEqual(before);
    const { reviewId } = await submit(ina, projectId, ref, telling);
    await comment(ina, projectId, { ref, thoughtId: "t2.1", text: secret });
    expect(await everythingFor(reader)).toEqual(before);
    await letPass(reviewId, 5);
    expect(await everythingFor(reader)).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(secret);
  });
});

/** Without what differs between projects anyhow: ids and what is drawn from them, addresses of people, instants. */
function withoutNames(loaded: unknown): string {
  return JSON.stringify(loaded)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, "at")
    .replaceAll(/"seed":\d+/g, '"seed":0')
    .replaceAll(slug, "slug")
    .replaceAll(/[a-z]+\.\d+\.\d+@example\.org/g, "address");
}

test.each([
  ["an annotator", () => ben],
  ["a lead", () => lea],
])("for %s who can still take their review back, pages do not tell what the other said", async (_, who) => {
  const read: string[] = [];
  for (const other of [approving, telling, rejecting]) {
    await openProject();
    await letPass((await submit(ina, projectId, ref, other)).reviewId, 5);
    await submit(who(), projectId, ref, approving);
    // What can be frozen is approved at this moment: a release is no place to be blind.
    read.push(withoutNames(await everythingFor(who(), ["preview of a data set", "filter of data sets"])));
  }
  expect(read[1]).toBe(read[0]);
  expect(read[2]).toBe(read[0]);
  expect(read[0]).not.toContain(secret);
});

test("what somebody reads, for how long, and what they want none of changes no page of a lead or an admin", async () => {
  const ada = await createPerson({ name: "Ada", isAdmin: true });
  const readers = [lea, ben, ada];
  const all = () => Promise.all(readers.map((reader) => everythingFor(reader)));
  await all();
  const before = await all();
  const own = await loadLedger(ina, projectId);

  const claim = await begin(ina, projectId, ref);
  await db.$executeRaw`update exposures set seen_at = now() - interval '1 hour' where user_id = ${ina.userId}::uuid`;
  await heartbeat(ina, claim.reviewId, 1_800);
  await saveChoices(ina, projectId, { ...own.choices, blur: true, optedOut: [secret], breakMinutes: 45 });
  expect(await all()).toEqual(before);

  // The control: to herself, all of it shows.
  const { sums, choices } = await loadLedger(ina, projectId);
  expect(sums).toMatchObject([{ records: 1, seconds: 1_800 }]);
  expect(choices).toMatchObject({ blur: true, optedOut: [secret] });
});

test("what waits is not narrowed by what checks, judges or others said, as it would be if it were asked", async () => {
  const { headRevisionId: revisionId } = await db.record.findUniqueOrThrow({
    where: { projectId_ref: { projectId, ref } },
  });
  await db.finding.create({
    data: { revisionId: revisionId ?? "", thoughtId: "t1.1", check: "near_duplicate" },
  });
  await db.$queryRaw`select index_records(array(select id from records))::text`;
  const choice = { list: "waiting", order: "oldest", filter: { check: "near_duplicate" } } as const;
  expect(await countListed(ben, projectId, choice)).toBe(2);
  const { rows, ...unguarded } = await listed(projectId, ben.userId, choice);
  const walk = walkOf("oldest");
  const told = await readFound({ ...unguarded, walk, place: null }, 10, (which) =>
    db.$queryRaw<unknown[]>(rows({ ...which, walk })),
  );
  expect(told).toHaveLength(1);
});
