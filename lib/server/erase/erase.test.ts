import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { everything } from "#lib/domain/export/filter.ts";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { currentManifest } from "#lib/server/data-sets/current-manifest.ts";
import { previewSnapshot } from "#lib/server/data-sets/preview.ts";
import { streamRelease } from "#lib/server/data-sets/release.ts";
import { db } from "#lib/server/database/client.ts";
import { retryRun } from "#lib/server/runs/control.ts";
import {
  createApproved,
  createPrompt,
  createRecord,
  createRun,
} from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { erase } from "./erase.ts";

const admin = await createPerson({ name: "Ada", isAdmin: true });
const lead = await createPerson({ name: "Lea" });
const reviewer = await createPerson({ name: "Ina" });
const reason = "Names a living person.";

async function freshProject() {
  const { id: projectId } = await createProjectWith([
    [lead, "lead"],
    [reviewer, "annotator"],
  ]);
  return { projectId, reviewerId: reviewer.userId };
}

/** Tables in which a text stands anywhere, in whatever column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from ${name} as t where strpos(t::text, $1) > 0`,
      text,
    );
    if (row?.n) found.push(name);
  }
  return found.sort();
}

/** A prompt whose text is written differently in JSON. */
const question = (canary: string) => `Who is "${canary}"?\nSay all you know.`;

/** Puts the text wherever content can stand: an approved record with all that people and judges add to it. */
async function spread(place: { projectId: string; reviewerId: string }, canary: string) {
  const run = await createRun(place.projectId);
  const thoughts = [{ text: `${canary} is asked about.`, clauses: ["5.1"] }];
  const made = await createApproved(place, question(canary), {
    run,
    thoughts,
    response: `${canary} is nobody.`,
  });
  const { revisionId, recordId } = made;
  await db.review.create({
    data: {
      roundId: (await db.reviewRound.findFirstOrThrow({ where: { recordId } })).id,
      reviewerId: lead.userId,
      status: "submitted",
      decision: "reject",
      submittedAt: new Date(),
      note: `Is ${canary} real?`,
    },
  });
  await db.commentThread.create({
    data: {
      recordId,
      comments: { create: { projectId: place.projectId, authorId: lead.userId, text: `Who is ${canary}?` } },
    },
  });
  const approval = await db.approval.findUniqueOrThrow({ where: { id: made.approvalId } });
  await db.label.create({
    data: {
      revisionId,
      reviewId: approval.reviewId,
      thoughtId: "t0.1",
      label: "unsupported",
      why: `Not about ${canary}`,
    },
  });
  await db.score.create({
    data: {
      revisionId,
      reviewId: approval.reviewId,
      dimension: "relevance",
      value: 4,
      evidence: [{ quote: canary }],
    },
  });

  const again = await createRecord(place.projectId, {
    prompt: made.prompt,
    run: await createRun(place.projectId),
    thoughts,
  });
  const round = await db.reviewRound.findFirstOrThrow({ where: { recordId: again.recordId } });
  const draft = { content: { ...emptyDraft, note: canary }, baseRevisionId: again.revisionId };
  const claim = await db.review.create({
    data: {
      roundId: round.id,
      reviewerId: reviewer.userId,
      slot: 1,
      status: "draft",
      draft: { create: draft },
    },
  });

  const open = await db.deliberation.create({
    data: { runId: run.id, promptId: made.prompt.id, workerId: crypto.randomUUID() },
  });
  const endpointVersion = await db.endpointVersion.findFirstOrThrow();
  const call = { seq: 0, endpointVersionId: endpointVersion.id, latencyMs: 5, tokensOut: 9 };
  await db.attempt.create({
    data: {
      ...call,
      deliberationId: open.id,
      n: 1,
      fault: "bad_json",
      faultDetail: `At ${canary}`,
      raw: `{"${canary}`,
    },
  });

  const columns = [{ name: "prompt", samples: [question(canary).slice(0, 60)] }];
  const file = {
    projectId: place.projectId,
    number: 1,
    fileName: "more.csv",
    status: "ready" as const,
    columns,
  };
  const waiting = await db.import.create({ data: file });
  const cells = (text: string) => ({ importId: waiting.id, cells: { prompt: text } });
  await db.stagedRow.createMany({
    data: [
      { ...cells(question(canary)), row: 1 },
      { ...cells("Who is somebody else?"), row: 2 },
    ],
  });
  return { ...made, recordId, again, claim, open, run, importId: waiting.id };
}

describe("erasing a prompt", () => {
  test("leaves its text in no table, and its numbers, hashes and counts where they were", async () => {
    const place = await freshProject();
    const word = "Marguerite-Canary-Ökonom";
    const made = await spread(place, word);
    expect(await tablesWith(word)).toEqual([
      "public.attempts",
      "public.comments",
      "public.drafts",
      "public.imports",
      "public.labels",
      "public.prompts",
      "public.reviews",
      "public.revisions",
      "public.scores",
      "public.staged_rows",
      "public.turns",
    ]);
    const before = await db.revision.findUniqueOrThrow({ where: { id: made.revisionId } });

    const tombstones = await erase(admin, { kind: "prompt", id: made.prompt.id, reason });
    expect(tombstones).toEqual({
      prompts: 1,
      turns: 2,
      attempts: 1,
      revisions: 2,
      labels: 1,
      scores: 1,
      reviews: 3,
      drafts: 1,
      comments: 1,
    });
    expect(await tablesWith(word)).toEqual([]);

    const after = await db.revision.findUniqueOrThrow({ where: { id: made.revisionId } });
    expect(after).toMatchObject({
      contentHash: before.contentHash,
      thoughtCount: 1,
      thoughts: { erased: true },
      response: "",
    });
    expect(await db.prompt.findUniqueOrThrow({ where: { id: made.prompt.id } })).toMatchObject({
      number: made.prompt.number,
      contentHash: made.prompt.contentHash,
      text: "",
    });
    expect(await db.attempt.findFirstOrThrow({ where: { deliberationId: made.open.id } })).toMatchObject({
      tokensOut: 9,
    });
    const staged = await db.stagedRow.findMany({ where: { importId: made.importId } });
    expect(staged.map(({ row }) => row)).toEqual([2]);
  });

  test("ends all work on it and says so in the audit log", async () => {
    const place = await freshProject();
    const made = await spread(place, "Canary-at-work");
    await erase(admin, { kind: "prompt", id: made.prompt.id, reason });
    expect(await db.deliberation.findUniqueOrThrow({ where: { id: made.open.id } })).toMatchObject({
      outcome: "cancelled",
      workerId: null,
      fence: 1,
    });
    expect(await db.run.findUniqueOrThrow({ where: { id: made.run.id } })).toMatchObject({
      status: "finished",
    });
    expect(await db.runTally.findFirstOrThrow({ where: { runId: made.run.id } })).toMatchObject({
      outcome: "cancelled",
      n: 1,
    });
    await expect(retryRun(lead, made.run.id)).rejects.toMatchObject({ code: "conflict" });
    const records = await db.record.findMany({ where: { promptId: made.prompt.id } });
    expect(records.map(({ status }) => status)).toEqual(["withdrawn", "withdrawn"]);
    expect(await db.review.findUniqueOrThrow({ where: { id: made.claim.id } })).toMatchObject({
      withdrawnAt: expect.any(Date),
    });
    const told = await db.auditEvent.findFirstOrThrow({
      where: { action: "content.erase", objectId: made.prompt.id },
    });
    expect(told).toMatchObject({
      actorId: admin.userId,
      reason,
      detail: { name: String(made.prompt.number), turns: 2 },
    });
  });

  test("is for admins and the operator, and happens once", async () => {
    const place = await freshProject();
    const prompt = await createPrompt(place.projectId, "Whose?");
    const request = { kind: "prompt" as const, id: prompt.id, reason };
    await expect(erase(lead, request)).rejects.toMatchObject({ code: "forbidden" });
    await expect(erase(admin, { ...request, id: crypto.randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
    await erase({ kind: "operator" }, request);
    await expect(erase(admin, request)).rejects.toMatchObject({ code: "conflict" });
    expect(await db.erasure.count({ where: { objectId: prompt.id } })).toBe(1);
  });
});

describe("erasing a record", () => {
  test("takes its text and the turns it came from, and leaves prompt and other records", async () => {
    const place = await freshProject();
    const made = await spread(place, "Canary-on-record");
    const other = await db.revision.findUniqueOrThrow({ where: { id: made.again.revisionId } });
    await erase(admin, { kind: "record", id: made.recordId, reason });
    expect(await db.revision.findUniqueOrThrow({ where: { id: made.revisionId } })).toMatchObject({
      response: "",
    });
    expect(await db.revision.findUniqueOrThrow({ where: { id: made.again.revisionId } })).toEqual(other);
    expect(await db.prompt.findUniqueOrThrow({ where: { id: made.prompt.id } })).toMatchObject({
      erasureId: null,
    });
    const turns = await db.turn.findMany({ where: { deliberation: { promptId: made.prompt.id } } });
    expect(turns.map(({ erasureId }) => erasureId !== null).sort()).toEqual([false, true]);
    await expect(erase(admin, { kind: "record", id: made.recordId, reason })).rejects.toMatchObject({
      code: "conflict",
    });
    await erase(admin, { kind: "prompt", id: made.prompt.id, reason });
    expect(await tablesWith("Canary-on-record")).toEqual([]);
  });
});

test("a released snapshot keeps a counted gap where an item was erased", async () => {
  const place = await freshProject();
  const run = await createRun(place.projectId);
  const gone = await createApproved(place, "Gone?", { run });
  await createApproved(place, "Stays?", { run });
  const { id } = await createSnapshot(lead, { projectId: place.projectId, name: "Two", filter: everything });
  const before = await streamRelease(lead, id, "aidsafe");
  await buffer(before.stream);

  await erase(admin, { kind: "record", id: gone.recordId, reason });
  const after = await currentManifest(lead, id, "aidsafe");
  expect(after).toMatchObject({ rows: 1, erasedItems: 1, snapshot: { items: 2 } });
  expect(after.sha256).not.toBe((await before.manifest()).sha256);
  const file = await buffer((await streamRelease(lead, id, "aidsafe")).stream);
  expect(file.toString()).not.toContain("Gone?");
  const preview = await previewSnapshot(lead, { projectId: place.projectId, filter: everything });
  expect(preview).toMatchObject({ items: 1, leftOut: { erased: 1, not_approved: 0 } });
});

test("the database lets through nothing but an erasure", async () => {
  const place = await freshProject();
  const made = await spread(place, "Canary-in-stone");
  const { id: erasureId } = await db.erasure.create({
    data: {
      projectId: place.projectId,
      actorKind: "operator",
      objectKind: "prompt",
      objectId: made.prompt.id,
      reason,
    },
  });
  const refused = [
    `update turns set raw = 'other'`,
    `update turns set raw = 'other', erasure_id = '${erasureId}'`,
    `update turns set raw = null, role = 'bo', erasure_id = '${erasureId}'`,
    `update turns set raw = null`,
    `delete from turns`,
    `truncate turns cascade`,
    `update attempts set cost_micros = 0`,
    `delete from attempts`,
    `update revisions set response = 'Better.'`,
    `update revisions set response = '', content_hash = '', erasure_id = '${erasureId}'`,
    `delete from revisions`,
    `update prompts set text = 'other'`,
    `update prompts set text = '', messages = '[]', erasure_id = '${erasureId}'`,
    `delete from prompts`,
    `update labels set label = 'sound'`,
    `update scores set value = 5`,
    `update reviews set note = 'other' where status = 'submitted'`,
    `delete from reviews`,
    `delete from approvals`,
    `update erasures set reason = 'other'`,
    `delete from erasures`,
    `update audit_events set reason = 'other'`,
  ];
  for (const sql of refused) {
    await expect(db.$executeRawUnsafe(sql), sql).rejects.toThrow(/never change|never changed|only withdrawn/);
  }
  const ok = `update turns set reply = '{"erased": true}', raw = null, erasure_id = '${erasureId}'
    where deliberation_id = (select deliberation_id from records where id = '${made.recordId}')`;
  expect(await db.$executeRawUnsafe(ok)).toBe(1);
  await expect(db.$executeRawUnsafe(ok)).rejects.toThrow("never changed");
});
