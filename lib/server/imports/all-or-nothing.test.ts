import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { erase } from "#lib/server/erase/erase.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { cancelImport, confirmImport } from "./confirm.ts";
import { listImports, loadImport } from "./load.ts";
import { openUpload } from "./open.ts";
import { previewImport } from "./preview.ts";
import { csv, newPlace, pieces, questions } from "./testing.ts";

let place: Awaited<ReturnType<typeof newPlace>>;

beforeEach(async () => {
  place = await newPlace();
});

/** What a request looks like whose sender went away. */
async function* brokenOff() {
  yield Buffer.from("prompt\n");
  throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
}

describe("a file that cannot be imported", () => {
  test("is refused with the sentence, and leaves nothing", async () => {
    const broken = csv(...questions(3_000), "one,two");
    const view = await place.upload("broken.csv", broken);
    expect(view).toMatchObject({ status: "refused", columns: [] });
    expect(view.refusal).toMatch(
      /^broken\.csv, row 3001, column “prompt”: 2 cells where the header names 1 column/,
    );
    expect(await place.countStaged()).toBe(0);
    await expect(place.confirm(1, true)).rejects.toThrow("not waiting for a decision");
  });

  test("is refused where no row of it can be read", async () => {
    expect((await place.upload("a.jsonl", "{broken\nworse")).refusal).toContain(
      "a.jsonl, row 1: this line is not valid JSON",
    );
  });

  test("is refused where it arrives incomplete, without a trace", async () => {
    const cut = openUpload(place.lead, place.projectId, {
      fileName: "a.csv",
      body: pieces(Buffer.from("prompt\na")),
      bytes: 99,
    });
    await expect(cut).rejects.toThrow("a.csv arrived incomplete");
    const gone = openUpload(place.lead, place.projectId, {
      fileName: "b.csv",
      body: brokenOff(),
      bytes: null,
    });
    await expect(gone).rejects.toThrow("b.csv arrived incomplete");
    expect(await listImports(place.lead, place.projectId)).toEqual({ rows: [], next: null });
  });
});

describe("who may", () => {
  test("a reader neither uploads nor looks at what is not imported yet", async () => {
    await place.upload("a.csv", csv("a b"));
    const file = { fileName: "b.csv", body: pieces(Buffer.from("prompt\na")), bytes: null };
    await expect(openUpload(place.reader, place.projectId, file)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(loadImport(place.reader, place.projectId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewImport(place.reader, place.projectId, 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      confirmImport(place.reader, place.projectId, 1, { leaveOutFaulty: true }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(cancelImport(place.reader, place.projectId, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(loadImport(await createPerson(), place.projectId, 1)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("nothing is half imported", () => {
  test("a cancelled import leaves nothing but its line, and cannot be confirmed", async () => {
    await place.upload("a.csv", csv("a b"));
    await cancelImport(place.lead, place.projectId, 1);
    expect(await loadImport(place.lead, place.projectId, 1)).toMatchObject({
      status: "cancelled",
      columns: [],
    });
    expect(await place.countStaged()).toBe(0);
    await expect(place.confirm(1)).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelImport(place.lead, place.projectId, 1)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an import cancelled while it is read stops reading", async () => {
    const many = csv(...questions(20_000));
    const { number, reading } = await openUpload(place.lead, place.projectId, {
      fileName: "a.csv",
      body: pieces(Buffer.from(many)),
      bytes: null,
    });
    await cancelImport(place.lead, place.projectId, number);
    await reading;
    expect(await loadImport(place.lead, place.projectId, number)).toMatchObject({
      status: "cancelled",
      refusal: null,
    });
    expect(await place.countStaged()).toBe(0);
  });

  test("two people who confirm at once store it once", async () => {
    await place.upload("a.csv", csv(...questions(500)));
    const outcomes = await Promise.allSettled([place.confirm(1), place.confirm(1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await place.prompts()).toHaveLength(500);
  });

  test("two imports of the same prompts at once store each prompt once, under its own number", async () => {
    const file = csv(...questions(500));
    await Promise.all([place.upload("a.csv", file), place.upload("b.csv", file)]);
    const given = await Promise.all([place.confirm(1), place.confirm(2)]);
    expect(given.map(({ prompts }) => prompts).sort((a, b) => a - b)).toEqual([0, 500]);
    expect((await place.prompts()).map(({ number }) => number)).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
  });

  test("an import whose process died is refused when someone next looks", async () => {
    await place.upload("a.csv", csv("a b"));
    await place.upload("b.csv", csv("c d"));
    const long = new Date(Date.now() - 60_000);
    await db.import.updateMany({
      where: { projectId: place.projectId, number: 1 },
      data: { status: "reading", beatAt: long },
    });
    await db.import.updateMany({
      where: { projectId: place.projectId, number: 2 },
      data: { status: "storing", beatAt: long },
    });
    expect(await loadImport(place.lead, place.projectId, 1)).toMatchObject({
      status: "refused",
      refusal: "Reading a.csv was interrupted by a restart. Nothing was stored; upload it again.",
    });
    expect(await loadImport(place.lead, place.projectId, 2)).toMatchObject({ status: "ready" });
    expect(await place.confirm(2)).toMatchObject({ prompts: 1 });
  });

  test("an erased prompt does not come back with its file", async () => {
    await place.upload("a.csv", csv("a b", "c d"));
    await place.confirm(1);
    const [first] = await place.prompts();
    await erase({ kind: "operator" }, { kind: "prompt", id: first?.id ?? "", reason: "Personal data." });
    await place.upload("a.csv", csv("a b", "c d"));
    const { rows } = await previewImport(place.lead, place.projectId, 2);
    expect(rows.map(({ duplicate }) => duplicate)).toEqual([
      "Was erased from this project, and does not come back",
      "Already in the project as prompt 2",
    ]);
    expect(await place.confirm(2)).toMatchObject({ prompts: 0, duplicates: 2 });
  });
});
