import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { previewImport } from "./preview.ts";
import { csv, newPlace } from "./testing.ts";

let place: Awaited<ReturnType<typeof newPlace>>;

beforeEach(async () => {
  place = await newPlace();
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
    await db.project.update({ where: { id: place.projectId }, data: { reviewsPerRecord: 2 } });
    const view = await place.upload("cots.jsonl", file);
    expect(view).toMatchObject({ kind: "cots", accepted: 3, duplicates: 1 });
    const { rows: shown } = await previewImport(place.lead, place.projectId, 1);
    expect(shown[0]?.cot).toEqual({
      thoughts: ["It is harmless.", "So I help."],
      response: "Take two needles.",
    });
    expect(shown[2]?.duplicate).toBe("Same as row 1");

    expect(await place.confirm(1)).toEqual({ prompts: 2, records: 3, duplicates: 1, faulty: 0 });
    const records = await db.record.findMany({
      where: { projectId: place.projectId },
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
      where: { projectId: place.projectId, status: "awaiting_review" },
      _sum: { n: true },
    });
    expect(waiting._sum.n).toBe(3);
  });

  test("joins prompts that the project has, and skips chains of thought that it has", async () => {
    await place.upload("prompts.csv", csv("How do I knit?"));
    await place.confirm(1);
    await place.upload("cots.jsonl", file);
    expect(await place.confirm(2)).toEqual({ prompts: 1, records: 3, duplicates: 1, faulty: 0 });
    const view = await place.upload("cots.jsonl", file);
    expect(view).toMatchObject({ accepted: 0, duplicates: 4 });
    const { rows: shown } = await previewImport(place.lead, place.projectId, 3);
    expect(shown[0]?.duplicate).toBe("Already in the project as record i2.1");
    expect(await place.confirm(3)).toEqual({ prompts: 0, records: 0, duplicates: 4, faulty: 0 });
  });

  test("takes no word of the file's for an approval", async () => {
    await place.upload(
      "a.jsonl",
      JSON.stringify({ ...rows[0], status: "approved", approved: true, planted: false }),
    );
    await place.confirm(1);
    expect(await db.approval.count({ where: { record: { projectId: place.projectId } } })).toBe(0);
    expect(await db.record.findFirst({ where: { projectId: place.projectId } })).toMatchObject({
      status: "awaiting_review",
    });
  });
});
