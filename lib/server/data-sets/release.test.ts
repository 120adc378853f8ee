import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { everything } from "#lib/domain/export/filter.ts";
import type { Format } from "#lib/domain/export/formats.ts";
import { splitThoughts } from "#lib/domain/export/thoughts-text.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import type { ProjectHandle } from "#lib/server/projects/shell.ts";
import {
  approve,
  createApproved,
  createPrompt,
  createRecord,
  createRun,
} from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { readsOf } from "#lib/server/testing/reads.ts";
import { createSnapshot } from "./create.ts";
import { currentManifest } from "./current-manifest.ts";
import { previewSnapshot } from "./preview.ts";
import { streamRelease } from "./release.ts";

const lead = await createPerson({ name: "Lea" });
const reviewer = await createPerson({ name: "Ina" });
const reader = await createPerson({ name: "Rui" });
const stranger = await createPerson({ name: "Sol" });

async function file(actor: PersonActor, snapshotId: string, format: Format) {
  const release = await streamRelease(actor, snapshotId, format);
  const bytes = await buffer(release.stream);
  return { fileName: release.fileName, bytes, manifest: await release.manifest() };
}

function rows(bytes: Buffer): Record<string, unknown>[] {
  return bytes
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

let project: ProjectHandle;
let place: { projectId: string; reviewerId: string };

beforeAll(async () => {
  project = await createProjectWith([
    [lead, "lead"],
    [reviewer, "annotator"],
    [reader, "reader"],
  ]);
  place = { projectId: project.id, reviewerId: reviewer.userId };
});

describe("a release", () => {
  test("read back holds exactly what was approved", async () => {
    const run = await createRun(project.id);
    const thoughts = [
      { text: "“Kill” ends a process.\n\nOnly that.", clauses: ["5.2"] },
      { text: "Ünïcödé 🙂" },
    ];
    const asked = {
      run,
      thoughts,
      response: "Press Ctrl+C.\n\nThen wait.",
      category: "round trip",
      dataSet: "XSTest",
      licence: "CC-BY-4.0",
    };
    await createApproved(place, "How do I kill a process?", asked);
    const conversation = [
      { role: "system" as const, content: "You sell bikes." },
      { role: "user" as const, content: "Hello" },
      { role: "assistant" as const, content: "Hi!" },
      { role: "user" as const, content: "Which one?" },
    ];
    await createApproved(place, "Which one?", { ...asked, messages: conversation });
    const filter = { ...everything, categories: ["round trip"] };
    const { id, items } = await createSnapshot(lead, { projectId: project.id, name: "First", filter });
    expect(items).toBe(2);

    const aidsafe = await file(lead, id, "aidsafe");
    const [first, second] = rows(aidsafe.bytes);
    expect(first).toMatchObject({ prompt: "How do I kill a process?", response: asked.response });
    expect(splitThoughts(String(first?.thoughts))).toEqual([
      "“Kill” ends a process.\nOnly that.",
      "Ünïcödé 🙂",
    ]);
    expect(second?.prompt).toBe(
      "System: You sell bikes.\n\nUser: Hello\n\nAssistant: Hi!\n\nUser: Which one?",
    );

    const messages = await file(lead, id, "messages");
    expect(rows(messages.bytes)[1]).toEqual({
      messages: [
        ...conversation,
        {
          role: "assistant",
          content:
            "<think>\n“Kill” ends a process.\nOnly that.\n\nÜnïcödé 🙂\n</think>\n\nPress Ctrl+C.\n\nThen wait.",
        },
      ],
      id: second?.id,
    });

    expect(aidsafe.manifest).toMatchObject({
      file: aidsafe.fileName,
      rows: 2,
      bytes: aidsafe.bytes.length,
      sha256: createHash("sha256").update(aidsafe.bytes).digest("hex"),
      erasedItems: 0,
      synthetic: { any: false, rows: 0 },
      provenance: {
        policySets: [{ set: 1, rows: 2 }],
        models: [{ model: "m-1", roles: ["ada"], synthetic: false }],
        recipes: [{ rows: 2 }],
        sources: [
          { name: "XSTest", licence: "CC-BY-4.0", rows: 2, attribution: expect.stringContaining("Röttger") },
        ],
        importedRows: 0,
        editedRows: 0,
        reviewers: 1,
      },
    });
    expect(aidsafe.manifest.provenance.policySets[0]?.policies).toHaveLength(5);
  });

  test("of the same snapshot and format has the same bytes and one manifest", async () => {
    const run = await createRun(project.id);
    for (let n = 0; n < 7; n += 1) await createApproved(place, `Same ${n}?`, { run, category: "same" });
    const filter = { ...everything, categories: ["same"] };
    const { id } = await createSnapshot(lead, { projectId: project.id, name: "Same", filter });
    const [one, two] = [await file(lead, id, "aidsafe"), await file(lead, id, "aidsafe")];
    expect(two.bytes.equals(one.bytes)).toBe(true);
    expect(two.manifest).toEqual(one.manifest);
    expect(await currentManifest(lead, id, "aidsafe")).toEqual(one.manifest);
    expect(await db.release.count({ where: { snapshotId: id } })).toBe(1);

    const again = await createSnapshot(lead, { projectId: project.id, name: "Again", filter });
    const hashes = await db.snapshot.findMany({
      where: { id: { in: [id, again.id] } },
      select: { itemsHash: true },
    });
    expect(new Set(hashes.map(({ itemsHash }) => itemsHash)).size).toBe(1);
  });

  test("says in file name and manifest that some of it is synthetic", async () => {
    const [made, real] = [await createRun(project.id, { synthetic: true }), await createRun(project.id)];
    await createApproved(place, "Made up?", { run: made, category: "mixed" });
    await createApproved(place, "Real?", { run: real, category: "mixed" });
    const filter = { ...everything, categories: ["mixed"] };
    const mixed = await createSnapshot(lead, { projectId: project.id, name: "Mixed", filter });
    const { fileName, manifest } = await file(lead, mixed.id, "messages");
    expect(fileName).toBe(`${project.slug}-${mixed.number}-synthetic-messages.jsonl`);
    expect(manifest.synthetic).toEqual({ any: true, rows: 1 });

    const clean = { ...filter, synthetic: "exclude" as const };
    const { id } = await createSnapshot(lead, { projectId: project.id, name: "Clean", filter: clean });
    expect((await file(lead, id, "messages")).fileName).not.toContain("synthetic");
  });

  test("is a lead's to make and a reader's to fetch", async () => {
    const run = await createRun(project.id);
    await createApproved(place, "Whose?", { run, category: "whose" });
    const filter = { ...everything, categories: ["whose"] };
    await expect(createSnapshot(reader, { projectId: project.id, name: "No", filter })).rejects.toMatchObject(
      { code: "forbidden" },
    );
    const { id } = await createSnapshot(lead, { projectId: project.id, name: "Whose", filter });
    await expect(streamRelease(reader, id, "aidsafe")).rejects.toMatchObject({ code: "forbidden" });
    const released = await file(lead, id, "aidsafe");
    expect((await file(reader, id, "aidsafe")).bytes.equals(released.bytes)).toBe(true);
    await expect(streamRelease(reviewer, id, "aidsafe")).rejects.toMatchObject({ code: "forbidden" });
    await expect(streamRelease(stranger, id, "aidsafe")).rejects.toMatchObject({ code: "not_found" });
    const told = await db.auditEvent.findMany({ where: { objectId: id }, orderBy: { id: "asc" } });
    expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["dataSet.freeze", lead.userId],
      ["dataSet.release", lead.userId],
      ["dataSet.download", reader.userId],
    ]);
  });

  test("that was given up halfway is not on record", async () => {
    const run = await createRun(project.id);
    await createApproved(place, "Half?", { run, category: "half" });
    const filter = { ...everything, categories: ["half"] };
    const { id } = await createSnapshot(lead, { projectId: project.id, name: "Half", filter });
    const release = await streamRelease(lead, id, "aidsafe");
    release.stream.destroy();
    await expect(release.manifest()).rejects.toThrow("Premature close");
    expect(await db.release.count({ where: { snapshotId: id } })).toBe(0);
  });
});

describe("a snapshot", () => {
  test("takes one row per prompt and says why the others stay out", async () => {
    const own = await createProjectWith([[lead, "lead"]], "Left out");
    const run = await createRun(own.id);
    const here = { projectId: own.id, reviewerId: reviewer.userId };
    const first = await createApproved(here, "Twice?", { run, category: "a" });
    await createApproved(here, "Other category?", { run, category: "b" });
    const third = await createApproved(here, "Stale?", { run, category: "a" });
    const later = await createRecord(own.id, {
      prompt: first.prompt,
      run: await createRun(own.id),
      response: "Newer.",
    });
    await approve(later.recordId, reviewer.userId);
    await db.record.update({ where: { id: third.recordId }, data: { status: "stale" } });
    await createRecord(own.id, { prompt: await createPrompt(own.id, "Waiting?"), run });
    const planted = await createRecord(own.id, { prompt: await createPrompt(own.id, "Planted?"), run });
    await db.$executeRaw`alter table records disable trigger origin_never_changes`;
    await db.record.update({
      where: { id: planted.recordId },
      data: { planted: true, plantedFromId: third.recordId, deliberationId: null },
    });
    await db.$executeRaw`alter table records enable trigger origin_never_changes`;
    await expect(approve(planted.recordId, reviewer.userId)).rejects.toThrow("constraint violated");

    const request = { projectId: own.id, filter: { ...everything, categories: ["a"] } };
    const preview = await previewSnapshot(lead, request);
    const leftOut = {
      erased: 0,
      planted: 1,
      evaluation: 0,
      stale: 1,
      not_kept: 0,
      not_approved: 1,
      filtered: 1,
      older_approval: 1,
    };
    expect(preview).toMatchObject({ items: 1, leftOut, firstRows: [{ response: "Newer." }] });

    const { id } = await createSnapshot(lead, { ...request, name: "One" });
    const stored = await db.snapshot.findUniqueOrThrow({ where: { id }, include: { items: true } });
    expect(stored.leftOut).toEqual(leftOut);
    expect(stored.items.map(({ recordId }) => recordId)).toEqual([later.recordId]);
  });

  test("is previewed without reading what its items say, but for the first five", async () => {
    const own = await createProjectWith([[lead, "lead"]], "Preview");
    const run = await createRun(own.id);
    const here = { projectId: own.id, reviewerId: reviewer.userId };
    await createPrompt(own.id, "Set aside?");
    await db.prompt.updateMany({ where: { projectId: own.id }, data: { evaluation: true } });
    const request = { projectId: own.id, filter: everything };
    const bytesRead = async (items: number) => {
      const reads = await readsOf(async () => {
        expect(await previewSnapshot(lead, request)).toMatchObject({ items });
      });
      return reads.reduce((sum, { bytes }) => sum + bytes, 0);
    };
    const add = async (n: number) => {
      for (let i = 0; i < n; i++) {
        await createApproved(here, `Long ${n}.${i}?`, { run, response: "And so on. ".repeat(1000) });
      }
    };
    await add(6);
    const few = await bytesRead(6);
    expect(few).toBeGreaterThan(5 * 11_000);
    await add(7);
    expect(await bytesRead(13)).toBeLessThan(few + 100);
  });

  test("cannot hold what is planted or not approved, whatever the code says", async () => {
    const own = await createProjectWith([[lead, "lead"]], "Constraints");
    const run = await createRun(own.id);
    const here = { projectId: own.id, reviewerId: reviewer.userId };
    const approved = await createApproved(here, "Approved?", { run });
    const waiting = await createRecord(own.id, { prompt: await createPrompt(own.id, "Waiting?"), run });
    const { id } = await createSnapshot(lead, { projectId: own.id, name: "Mine", filter: everything });
    const item = { snapshotId: id, position: 2, approvalId: approved.approvalId };
    await expect(
      db.snapshotItem.create({
        data: { ...item, ...(await placeOf(waiting)) },
      }),
    ).rejects.toThrow("Foreign key constraint violated");
    await expect(
      db.snapshotItem.create({
        data: { ...item, ...(await placeOf(approved)), recordPlanted: true },
      }),
    ).rejects.toThrow("planted_never_released");
    // An evaluation prompt: not by its own id, nor by the id of another one.
    const { promptId } = await placeOf(approved);
    const { id: other } = await createPrompt(own.id, "Another?");
    await expect(
      db.snapshotItem.create({ data: { ...item, ...(await placeOf(approved)), promptEvaluation: true } }),
    ).rejects.toThrow("evaluation_never_released");
    await expect(
      db.snapshotItem.create({ data: { ...item, ...(await placeOf(approved)), promptId: other } }),
    ).rejects.toThrow("Foreign key constraint violated");
    await expect(db.prompt.update({ where: { id: promptId }, data: { evaluation: true } })).rejects.toThrow(
      "constraint",
    );
    await db.prompt.update({ where: { id: other }, data: { evaluation: true } });
    await expect(
      db.$executeRaw`update prompts set evaluation = false where id = ${other}::uuid`,
    ).rejects.toThrow("erasure");
    await expect(db.$executeRaw`update snapshots set name = 'Yours'`).rejects.toThrow("never changed");
  });

  test("of nothing is refused and leaves no number behind", async () => {
    const own = await createProjectWith([[lead, "lead"]], "Empty");
    await expect(
      createSnapshot(lead, { projectId: own.id, name: "None", filter: everything }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await db.project.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
      lastSnapshotNumber: 0,
    });
  });
});

/** What an item says of a record, beside its approval. */
async function placeOf({ recordId, revisionId }: { recordId: string; revisionId: string }) {
  const { promptId } = await db.record.findUniqueOrThrow({
    where: { id: recordId },
    select: { promptId: true },
  });
  return { recordId, revisionId, promptId };
}
