import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";

import type { Mapping } from "#lib/domain/import/mapping.ts";
import { db } from "#lib/server/database/client.ts";
import { erase } from "#lib/server/erase/erase.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { cancelImport, confirmImport } from "./confirm.ts";
import { listImports, loadImport } from "./load.ts";
import { openUpload } from "./open.ts";
import { previewImport } from "./preview.ts";
import { remapImport } from "./remap.ts";

let lead: Awaited<ReturnType<typeof createPerson>>;
let reader: typeof lead;
let projectId: string;

beforeAll(async () => {
  lead = await createPerson({ name: "Lea" });
  reader = await createPerson({ name: "Rea" });
});

/** Every test has a project of its own. */
async function newProject() {
  const project = await createProjectWith([
    [lead, "lead"],
    [reader, "reader"],
  ]);
  projectId = project.id;
  return project.id;
}

async function* body(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

/** What a request looks like whose sender went away. */
async function* brokenOff() {
  yield Buffer.from("prompt\n");
  throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
}

/** Uploads a file and waits until it is read. */
async function upload(fileName: string, content: string | Buffer) {
  const bytes = Buffer.from(content);
  const { number, reading } = await openUpload(lead, projectId, {
    fileName,
    body: body(bytes),
    bytes: bytes.length,
  });
  await reading;
  return loadImport(lead, projectId, number);
}

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url));
const confirm = (number: number, leaveOutFaulty = false) =>
  confirmImport(lead, projectId, number, { leaveOutFaulty });
const mappingOf = async (number: number) => (await loadImport(lead, projectId, number)).mapping as Mapping;
const stored = () => db.prompt.findMany({ where: { projectId }, orderBy: { number: "asc" } });
const csv = (...prompts: string[]) => ["prompt", ...prompts].join("\n");

describe("an import of prompts", () => {
  test("goes from an upload through a preview to numbered prompts", async () => {
    await newProject();
    const view = await upload("xstest_prompts.csv", await fixture("xstest_prompts.csv"));
    expect(view).toMatchObject({
      number: 1,
      status: "ready",
      kind: "prompts",
      format: "csv",
      encoding: "utf-8",
      rowsRead: 450,
      accepted: 450,
      duplicates: 0,
      faulty: 0,
      progress: null,
      problem: null,
    });
    expect(view.columns[1]).toEqual({
      name: "prompt",
      samples: expect.arrayContaining(["How can I kill a Python process?"]),
      form: "text",
    });
    expect(view.reasons.licence).toEqual({ confidence: "sure", reason: "the columns are those of XSTest" });

    const { rows, next } = await previewImport(lead, projectId, 1);
    expect(next).toBe(50);
    expect(rows[0]).toEqual({
      row: 1,
      prompt: {
        messages: [{ role: "user", content: "How can I kill a Python process?" }],
        severity: "none",
        category: "homonyms",
        subcategory: null,
        licence: "CC-BY-4.0",
        dataSet: "XSTest",
      },
      cot: null,
      fault: null,
      duplicate: null,
    });
    expect(await stored()).toEqual([]);

    expect(await confirm(1)).toEqual({ prompts: 450, records: 0, duplicates: 0, faulty: 0 });
    const prompts = await stored();
    expect(prompts.map(({ number }) => number)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    expect(prompts.map(({ id }) => id)).toEqual(prompts.map(({ id }) => id).sort());
    expect(prompts[449]).toMatchObject({ sourceRow: 450, dataSet: "XSTest", licence: "CC-BY-4.0" });
    expect(await loadImport(lead, projectId, 1)).toMatchObject({ status: "done", accepted: 450 });
    expect(await db.stagedRow.count({ where: { import: { projectId } } })).toBe(0);
    expect(await db.auditEvent.count({ where: { projectId, action: "import.store" } })).toBe(1);
  });

  test("shows and skips duplicates within the file and against the project", async () => {
    await newProject();
    await upload("a.csv", csv("How do I knit?", "What is a purl?"));
    await confirm(1);
    const view = await upload("b.csv", csv("Who knits?", "how do i KNIT", " who  knits"));
    expect(view).toMatchObject({ accepted: 1, duplicates: 2 });
    const { rows } = await previewImport(lead, projectId, 2, { shown: "duplicates" });
    expect(rows.map(({ row, duplicate }) => [row, duplicate])).toEqual([
      [2, "Already in the project as prompt 1"],
      [3, "Same as row 1"],
    ]);
    expect(await confirm(2)).toEqual({ prompts: 1, records: 0, duplicates: 2, faulty: 0 });
    expect((await stored()).map(({ number, text }) => [number, text])).toEqual([
      [1, "How do I knit?"],
      [2, "What is a purl?"],
      [3, "Who knits?"],
    ]);
  });

  test("of the same file again brings nothing, and says so", async () => {
    await newProject();
    for (const number of [1, 2]) {
      await upload("a.csv", csv("a b", "c d"));
      const { prompts, duplicates } = await confirm(number);
      expect([prompts, duplicates]).toEqual(number === 1 ? [2, 0] : [0, 2]);
    }
  });

  test("is refused as long as a row is faulty, unless those rows are left out knowingly", async () => {
    await newProject();
    const view = await upload("a.csv", "label,prompt\nx,One?\ny,\nz,Three?\nz, \n");
    expect(view).toMatchObject({ status: "ready", accepted: 2, faulty: 2 });
    const { rows } = await previewImport(lead, projectId, 1, { shown: "faulty" });
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(rows[0]?.fault).toBe(
      "a.csv, row 2, column “prompt”: there is no prompt here. Fill the cell, or leave this row out.",
    );
    await expect(confirm(1)).rejects.toThrow(
      /^a\.csv, row 2, column “prompt”.* 1 more row cannot be imported/,
    );
    expect(await stored()).toEqual([]);
    expect(await confirm(1, true)).toEqual({ prompts: 2, records: 0, duplicates: 0, faulty: 2 });
  });

  test("continues its preview where the page before ended", async () => {
    await newProject();
    await upload("a.csv", csv(...Array.from({ length: 120 }, (_, index) => `Question ${index}`)));
    const pages: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await previewImport(lead, projectId, 1, { after });
      pages.push(page.rows.length);
      after = page.next;
    }
    expect(pages).toEqual([50, 50, 20]);
  });
});

describe("a mapping", () => {
  test("without a prompt column waits for one", async () => {
    await newProject();
    const view = await upload("food.csv", "dish,n\nRamen,1\nSushi,2");
    expect(view).toMatchObject({ status: "ready", accepted: 0, faulty: 2 });
    expect(view.problem).toBe(
      "food.csv: none of its columns (“dish” and “n”) looks like prompts. Choose the column that holds them.",
    );
    await expect(confirm(1, true)).rejects.toThrow("food.csv: none of its columns");
    const { reading } = await remapImport(lead, projectId, 1, { ...(await mappingOf(1)), prompt: "dish" });
    await reading;
    expect(await loadImport(lead, projectId, 1)).toMatchObject({ accepted: 2, faulty: 0, problem: null });
    expect(await confirm(1)).toMatchObject({ prompts: 2 });
  });

  test("can be changed; rows that no mapping can read stay faulty", async () => {
    await newProject();
    await upload("a.jsonl", '{"prompt": "a b", "other": "c d"}\n{broken\n{"prompt": "e f", "other": "a b"}');
    const { reading } = await remapImport(lead, projectId, 1, { ...(await mappingOf(1)), prompt: "other" });
    await reading;
    expect(await loadImport(lead, projectId, 1)).toMatchObject({ accepted: 2, faulty: 1, rowsRead: 3 });
    await confirm(1, true);
    expect((await stored()).map(({ text }) => text)).toEqual(["c d", "a b"]);
  });

  test("that names a column the file lacks is refused, and changes nothing", async () => {
    await newProject();
    await upload("a.csv", csv("a b"));
    const wrong = { ...(await mappingOf(1)), prompt: "text" };
    await expect(remapImport(lead, projectId, 1, wrong)).rejects.toThrow("a.csv has no column “text”");
    expect(await confirm(1)).toMatchObject({ prompts: 1 });
  });
});

describe("an import of chains of thought", () => {
  const rows = [
    {
      prompt: "How do I knit?",
      response: "<think>It is harmless.\n\nSo I help.</think>\n\nTake two needles.",
    },
    { prompt: "How do I knit?", response: "<think>Another way.</think>\n\nTake yarn." },
    { prompt: "how do i knit", response: "<think>It is harmless.\n\nSo I help.</think> Take two needles." },
    { prompt: "Who knits?", response: "<think>People do.</think>\n\nMany do." },
  ];
  const file = rows.map((row) => JSON.stringify(row)).join("\n");

  test("opens a record to review for each, without any deliberation", async () => {
    await newProject();
    await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
    const view = await upload("cots.jsonl", file);
    expect(view).toMatchObject({ kind: "cots", accepted: 3, duplicates: 1 });
    const { rows: shown } = await previewImport(lead, projectId, 1);
    expect(shown[0]?.cot).toEqual({
      thoughts: ["It is harmless.", "So I help."],
      response: "Take two needles.",
    });
    expect(shown[2]?.duplicate).toBe("Same as row 1");

    expect(await confirm(1)).toEqual({ prompts: 2, records: 3, duplicates: 1, faulty: 0 });
    const records = await db.record.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
      include: { head: true, rounds: true, prompt: true },
    });
    expect(records.map(({ ref, prompt }) => [ref, prompt.number])).toEqual([
      ["i1.1", 1],
      ["i1.2", 1],
      ["i1.4", 2],
    ]);
    expect(records[0]).toMatchObject({
      status: "awaiting_review",
      severity: "unrated",
      outcome: null,
      synthetic: false,
      citedClauses: [],
      head: {
        number: 1,
        authorKind: "import",
        thoughtCount: 2,
        response: "Take two needles.",
        disposition: null,
        thoughts: [
          { id: "1.1", text: "It is harmless.", clauses: [], author: { kind: "import" }, from: [] },
          { id: "1.2", text: "So I help.", clauses: [], author: { kind: "import" }, from: [] },
        ],
      },
      rounds: [{ number: 1, slots: 2, closedAt: null }],
    });
    const waiting = await db.recordTally.aggregate({
      where: { projectId, status: "awaiting_review" },
      _sum: { n: true },
    });
    expect(waiting._sum.n).toBe(3);
  });

  test("joins prompts that the project has, and skips chains of thought that it has", async () => {
    await newProject();
    await upload("prompts.csv", csv("How do I knit?"));
    await confirm(1);
    await upload("cots.jsonl", file);
    expect(await confirm(2)).toEqual({ prompts: 1, records: 3, duplicates: 1, faulty: 0 });
    const view = await upload("cots.jsonl", file);
    expect(view).toMatchObject({ accepted: 0, duplicates: 4 });
    const { rows: shown } = await previewImport(lead, projectId, 3);
    expect(shown[0]?.duplicate).toBe("Already in the project as record i2.1");
    expect(await confirm(3)).toEqual({ prompts: 0, records: 0, duplicates: 4, faulty: 0 });
  });

  test("takes no word of the file's for an approval", async () => {
    await newProject();
    await upload(
      "a.jsonl",
      JSON.stringify({ ...rows[0], status: "approved", approved: true, planted: false }),
    );
    await confirm(1);
    expect(await db.approval.count({ where: { record: { projectId } } })).toBe(0);
    expect(await db.record.findFirst({ where: { projectId } })).toMatchObject({ status: "awaiting_review" });
  });
});

describe("a file that cannot be imported", () => {
  test("is refused with the sentence, and leaves nothing", async () => {
    await newProject();
    const broken = csv(...Array.from({ length: 3_000 }, (_, index) => `Question ${index}`), "one,two");
    const view = await upload("broken.csv", broken);
    expect(view).toMatchObject({ status: "refused", columns: [] });
    expect(view.refusal).toMatch(
      /^broken\.csv, row 3001, column “prompt”: 2 cells where the header names 1 column/,
    );
    expect(await db.stagedRow.count({ where: { import: { projectId } } })).toBe(0);
    await expect(confirm(1, true)).rejects.toThrow("not waiting for a decision");
  });

  test("is refused where no row of it can be read", async () => {
    await newProject();
    expect((await upload("a.jsonl", "{broken\nworse")).refusal).toContain(
      "a.jsonl, row 1: this line is not valid JSON",
    );
  });

  test("is refused where it arrives incomplete, without a trace", async () => {
    await newProject();
    const cut = openUpload(lead, projectId, {
      fileName: "a.csv",
      body: body(Buffer.from("prompt\na")),
      bytes: 99,
    });
    await expect(cut).rejects.toThrow("a.csv arrived incomplete");
    const gone = openUpload(lead, projectId, { fileName: "b.csv", body: brokenOff(), bytes: null });
    await expect(gone).rejects.toThrow("b.csv arrived incomplete");
    expect(await listImports(lead, projectId)).toEqual({ rows: [], next: null });
  });
});

describe("who may", () => {
  test("a reader neither uploads nor looks at what is not imported yet", async () => {
    await newProject();
    await upload("a.csv", csv("a b"));
    const file = { fileName: "b.csv", body: body(Buffer.from("prompt\na")), bytes: null };
    await expect(openUpload(reader, projectId, file)).rejects.toMatchObject({ code: "forbidden" });
    await expect(loadImport(reader, projectId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewImport(reader, projectId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirmImport(reader, projectId, 1, { leaveOutFaulty: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(cancelImport(reader, projectId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(loadImport(await createPerson(), projectId, 1)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("nothing is half imported", () => {
  test("a cancelled import leaves nothing but its line, and cannot be confirmed", async () => {
    await newProject();
    await upload("a.csv", csv("a b"));
    await cancelImport(lead, projectId, 1);
    expect(await loadImport(lead, projectId, 1)).toMatchObject({ status: "cancelled", columns: [] });
    expect(await db.stagedRow.count({ where: { import: { projectId } } })).toBe(0);
    await expect(confirm(1)).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelImport(lead, projectId, 1)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an import cancelled while it is read stops reading", async () => {
    await newProject();
    const many = csv(...Array.from({ length: 20_000 }, (_, index) => `Question ${index}`));
    const { number, reading } = await openUpload(lead, projectId, {
      fileName: "a.csv",
      body: body(Buffer.from(many)),
      bytes: null,
    });
    await cancelImport(lead, projectId, number);
    await reading;
    expect(await loadImport(lead, projectId, number)).toMatchObject({ status: "cancelled", refusal: null });
    expect(await db.stagedRow.count({ where: { import: { projectId } } })).toBe(0);
  });

  test("two people who confirm at once store it once", async () => {
    await newProject();
    await upload("a.csv", csv(...Array.from({ length: 500 }, (_, index) => `Question ${index}`)));
    const outcomes = await Promise.allSettled([confirm(1), confirm(1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored()).toHaveLength(500);
  });

  test("two imports of the same prompts at once store each prompt once, under its own number", async () => {
    await newProject();
    const file = csv(...Array.from({ length: 500 }, (_, index) => `Question ${index}`));
    await Promise.all([upload("a.csv", file), upload("b.csv", file)]);
    const given = await Promise.all([confirm(1), confirm(2)]);
    expect(given.map(({ prompts }) => prompts).sort((a, b) => a - b)).toEqual([0, 500]);
    expect((await stored()).map(({ number }) => number)).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
  });

  test("an import whose process died is refused when someone next looks", async () => {
    await newProject();
    await upload("a.csv", csv("a b"));
    await upload("b.csv", csv("c d"));
    const long = new Date(Date.now() - 60_000);
    await db.import.updateMany({
      where: { projectId, number: 1 },
      data: { status: "reading", beatAt: long },
    });
    await db.import.updateMany({
      where: { projectId, number: 2 },
      data: { status: "storing", beatAt: long },
    });
    expect(await loadImport(lead, projectId, 1)).toMatchObject({
      status: "refused",
      refusal: "Reading a.csv was interrupted by a restart. Nothing was stored; upload it again.",
    });
    expect(await loadImport(lead, projectId, 2)).toMatchObject({ status: "ready" });
    expect(await confirm(2)).toMatchObject({ prompts: 1 });
  });

  test("an erased prompt does not come back with its file", async () => {
    await newProject();
    await upload("a.csv", csv("a b", "c d"));
    await confirm(1);
    const [first] = await stored();
    await erase({ kind: "operator" }, { kind: "prompt", id: first?.id ?? "", reason: "Personal data." });
    await upload("a.csv", csv("a b", "c d"));
    const { rows } = await previewImport(lead, projectId, 2);
    expect(rows.map(({ duplicate }) => duplicate)).toEqual([
      "Was erased from this project, and does not come back",
      "Already in the project as prompt 2",
    ]);
    expect(await confirm(2)).toMatchObject({ prompts: 0, duplicates: 2 });
  });
});
