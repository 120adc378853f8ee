import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { dataCard } from "#lib/domain/export/card.ts";
import { everything } from "#lib/domain/export/filter.ts";
import { type Format, formatsOf } from "#lib/domain/export/formats.ts";
import { db } from "#lib/server/database/client.ts";
import {
  approve,
  createApproved,
  createPrompt,
  createRecord,
  createRun,
} from "#lib/server/testing/approved-record.ts";
import { approveEdited, createBeliefPair } from "#lib/server/testing/pairs.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { createSnapshot } from "./create.ts";
import { streamPairProvenance } from "./pair-provenance.ts";
import { previewSnapshot } from "./preview.ts";
import { streamRelease } from "./release.ts";

const lead = await createPerson({ name: "Lea" });
const reviewer = await createPerson({ name: "Ina" });
const reader = await createPerson({ name: "Rui" });
const belief = "marker-belief: the rules rest today";
const rejected = "marker-rejected";
const pairs = { ...everything, items: "pair" as const };

let projectId: string;
let place: { projectId: string; reviewerId: string };
let run: Awaited<ReturnType<typeof createRun>>;
let beliefRun: Awaited<ReturnType<typeof createRun>>;

beforeAll(async () => {
  const project = await createProjectWith([
    [lead, "lead"],
    [reviewer, "annotator"],
    [reader, "reader"],
  ]);
  projectId = project.id;
  place = { projectId, reviewerId: reviewer.userId };
  run = await createRun(projectId);
  beliefRun = await createRun(projectId, { kind: "belief", synthetic: true });
});

async function approvedPair(asked: string) {
  const { prompt, ...record } = await createApproved(place, asked, { run, response: "Chosen." });
  const { recordId, revisionId } = record;
  const pair = await createBeliefPair(projectId, {
    promptId: prompt.id,
    revisionId,
    runId: beliefRun.id,
    belief,
    rejected,
  });
  return { pair, prompt, recordId, revisionId, approvalId: record.approvalId };
}

const keep = (id: string, flipped = false) =>
  db.pair.update({ where: { id }, data: { status: "kept", flipped } });

async function file(snapshotId: string, format: Format) {
  const release = await streamRelease(lead, snapshotId, format);
  const written = await text(release.stream);
  return { written, manifest: await release.manifest() };
}

describe("a snapshot of pairs", () => {
  test("takes what a person kept and whose selected side is approved, and says why the others stay out", async () => {
    const kept = await approvedPair("Kept?");
    await keep(kept.pair.id);
    await approvedPair("Not judged?");
    const prompt = await createPrompt(projectId, "Unreviewed?");
    const unreviewed = await createRecord(projectId, { prompt, run });
    const waiting = await createBeliefPair(projectId, {
      promptId: prompt.id,
      revisionId: unreviewed.revisionId,
      runId: beliefRun.id,
      belief,
      rejected,
    });
    await keep(waiting.id);

    const preview = await previewSnapshot(lead, { projectId, filter: pairs });
    expect(preview).toMatchObject({ items: 1, leftOut: { not_kept: 1, not_approved: 1 } });
    expect(JSON.stringify(preview)).not.toContain(rejected);

    const { id, synthetic } = await createSnapshot(lead, { projectId, name: "Pairs", filter: pairs });
    expect(synthetic).toBe(true);
    const { written, manifest } = await file(id, "preference");
    const answer = (thought: string, response: string) => `<think>\n${thought}\n</think>\n\n${response}`;
    expect(
      written
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        prompt: "Kept?",
        chosen: answer("It is asked in good faith.", "Chosen."),
        rejected: answer(`${rejected}, first.`, `${rejected}, then.`),
        id: `${run.number}.1@1/${beliefRun.number}.1#2`,
      },
    ]);
    expect(manifest).toMatchObject({
      file: expect.stringContaining("synthetic"),
      columns: ["prompt", "chosen", "rejected", "id"],
      provenance: {
        pairs: [{ origin: "belief", rows: 1 }],
        recipes: [{ kind: "deliberation" }, { kind: "belief" }],
      },
    });
    expect(dataCard(manifest)).toContain("must never be trained towards");

    // The next approval in force of the same prompt: an unreviewed side becomes an item once it is approved.
    await approve(unreviewed.recordId, reviewer.userId);
    expect(await previewSnapshot(lead, { projectId, filter: pairs })).toMatchObject({ items: 2 });
  });

  test("holds no belief in any file, and what was said under one as rejected alone", async () => {
    const mine = await createSnapshot(lead, { projectId, name: "Pairs", filter: pairs });
    const records = await createSnapshot(lead, { projectId, name: "Records", filter: everything });
    for (const format of formatsOf.pair) {
      const { written } = await file(mine.id, format);
      expect(written).not.toContain("marker-belief");
      // The control: the same look finds what stands there.
      expect(written).toContain("Chosen.");
      const asRejected = written.split("\n").filter((line) => line.includes("marker-rejected"));
      expect(asRejected.length > 0).toBe(format.startsWith("preference"));
      for (const line of asRejected) expect(JSON.stringify(JSON.parse(line).rejected)).toContain("marker-");
      await expect(streamRelease(lead, records.id, format)).rejects.toMatchObject({ code: "invalid" });
    }
    for (const format of formatsOf.revision) {
      const { written } = await file(records.id, format);
      // Nobody labelled these records thought by thought.
      if (format !== "stepwise") expect(written).toContain("Kept?");
      expect(written).not.toMatch(/marker-/);
      await expect(streamRelease(lead, mine.id, format)).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("gives its beliefs to leads alone, in a file of their own, and says so in the audit log", async () => {
    const { id } = await createSnapshot(lead, { projectId, name: "Provenance", filter: pairs });
    await expect(streamPairProvenance(reviewer, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(streamPairProvenance(reader, id)).rejects.toMatchObject({ code: "forbidden" });
    const written = await text((await streamPairProvenance(lead, id)).stream);
    const [row] = (await file(id, "preference")).written.split("\n").map((line) => line && JSON.parse(line));
    const [fact] = written.split("\n").map((line) => line && JSON.parse(line));
    expect(fact).toMatchObject({ id: row.id, origin: "belief", belief, round: 1, selectedScore: 0.1 });
    expect(written).not.toContain(rejected);
    const audit = { objectId: id, action: "dataSet.exportProvenance" };
    expect(await db.auditEvent.findMany({ where: audit })).toMatchObject([{ actorId: lead.userId }]);
    const records = await createSnapshot(lead, { projectId, name: "Records", filter: everything });
    await expect(streamPairProvenance(lead, records.id)).rejects.toMatchObject({ code: "invalid" });
  });

  test("writes the conversational format as lists of messages", async () => {
    const { id } = await createSnapshot(lead, { projectId, name: "Chats", filter: pairs });
    const [line] = (await file(id, "preference-messages")).written.split("\n");
    expect(JSON.parse(line ?? "")).toEqual({
      prompt: [{ role: "user", content: "Kept?" }],
      chosen: [{ role: "assistant", content: expect.stringMatching(/^<think>\n.*Chosen\.$/s) }],
      rejected: [{ role: "assistant", content: expect.stringMatching(/^<think>\nmarker-rejected/) }],
      id: expect.any(String),
    });
  });

  test("takes what people changed: what was given is rejected for what was approved", async () => {
    const own = await createProjectWith([[lead, "lead"]], "People");
    const here = { projectId: own.id, reviewerId: reviewer.userId };
    const { prompt, recordId, revisionId, approvalId } = await createApproved(here, "Edited?", {
      run: await createRun(own.id),
      response: "Given.",
    });
    const edited = await approveEdited(recordId, approvalId, "Mended.");
    const pair = { projectId: own.id, promptId: prompt.id, origin: "edit" as const };
    const { id: pairId } = await db.pair.create({
      data: { ...pair, selectedRevisionId: edited.id, rejectedRevisionId: revisionId, status: "kept" },
    });
    const { id } = await createSnapshot(lead, { projectId: own.id, name: "Edits", filter: pairs });
    const row = JSON.parse((await file(id, "preference")).written);
    expect(row.chosen).toMatch(/Mended\.$/);
    expect(row.rejected).toMatch(/Given\.$/);
    expect(row.id).toMatch(/@2\/.*@1$/);

    // Flipped, it would prefer what nobody approved.
    await keep(pairId, true);
    expect(await previewSnapshot(lead, { projectId: own.id, filter: pairs })).toMatchObject({
      items: 0,
      leftOut: { not_approved: 1 },
    });
  });

  test("has no row for a pair of which a side was erased", async () => {
    const { id } = await createSnapshot(lead, { projectId, name: "Gap", filter: pairs });
    const { pair } = await approvedPair("Erased?");
    await keep(pair.id);
    const { id: later } = await createSnapshot(lead, { projectId, name: "Gap later", filter: pairs });
    const erasure = await db.erasure.create({
      data: {
        projectId,
        objectKind: "record",
        objectId: pair.id,
        reason: "It may not be held.",
        actorKind: "operator",
      },
    });
    await db.$executeRaw`update turns set reply = '{"erased": true}', erasure_id = ${erasure.id}::uuid
      where deliberation_id = ${pair.deliberationId}::uuid and seq = ${pair.rejectedSeq}`;
    const [before, after] = [await file(id, "preference"), await file(later, "preference")];
    expect(after.manifest).toMatchObject({ erasedItems: 1, rows: before.manifest.rows });
  });
});

test("what was said under a belief is never preferred, and nothing leaves that nobody kept, whatever the code says", async () => {
  const { pair, recordId, revisionId, approvalId } = await approvedPair("Whatever?");
  await expect(keep(pair.id, true)).rejects.toThrow("belief_is_never_preferred");
  const { id } = await createSnapshot(lead, { projectId, name: "Guarded", filter: everything });
  const insert = () => db.$executeRaw`
    insert into snapshot_items (snapshot_id, position, record_id, prompt_id, revision_id, approval_id, pair_id)
    values (${id}::uuid, 999, ${recordId}::uuid, (select prompt_id from records where id = ${recordId}::uuid),
      ${revisionId}::uuid, ${approvalId}::uuid, ${pair.id}::uuid)`;
  await expect(insert()).rejects.toThrow("only a kept pair");
  await keep(pair.id);
  expect(await insert()).toBe(1);
});
