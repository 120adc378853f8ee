import { beforeEach, describe, expect, test } from "vitest";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { loadMyWork } from "#lib/server/insights/my-work.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, letPass, recordOf, submit } from "#lib/server/testing/reviewing.ts";
import { loadPlanted, setPlantedPercent } from "./load.ts";
import { plantRecord, withdrawPlanted } from "./plant.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let source: string;

const flaw = { thoughtId: "t2.1", text: "Whoever asks this wants to harm somebody." };
const mine = 0;
const notMine = 0.99;

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  const refs = await createRecords(projectId, 2);
  source = refs[0] ?? "";
  await letPass((await submit(ina, projectId, source, approving)).reviewId, 1);
  await setPlantedPercent(lea, projectId, 5);
});

async function plant(): Promise<string> {
  await plantRecord(lea, projectId, { ref: source, flaw });
  const { ref } = await db.record.findFirstOrThrow({
    where: { projectId, planted: true },
    orderBy: { id: "desc" },
  });
  return ref;
}

describe("a planted record", () => {
  test("looks like any other and holds the flaw", async () => {
    const ref = await plant();
    expect(ref).toMatch(/^\d+\.\d+$/);
    const room = await loadRoom(ben, projectId, ref);
    expect(room.given.thoughts.find(({ id }) => id === "t2.1")?.text).toBe(flaw.text);
    expect(room).toMatchObject({ standing: "offered", others: 0 });
    expect(room.deliberation).not.toBeNull();
    expect(JSON.stringify(room)).not.toContain("planted");
    expect(room.record.ref).not.toBe(source);
  });

  test("is given at its rate, once, and not to who reviewed the original", async () => {
    const ref = await plant();
    expect((await nextRecord(ben, projectId, { draw: notMine }))?.ref).not.toBe(ref);
    expect(await waitingFor(ben, projectId)).toMatchObject({ waiting: 1 });
    expect((await nextRecord(ina, projectId, { draw: mine }))?.ref).not.toBe(ref);
    expect((await nextRecord(ben, projectId, { draw: mine }))?.ref).toBe(ref);
    await submit(ben, projectId, ref, approving);
    expect((await nextRecord(ben, projectId, { draw: mine }))?.ref).not.toBe(ref);
    expect((await nextRecord(lea, projectId, { draw: mine }))?.ref).toBe(ref);
  });

  test("is never approved, whatever people say, and shows no one what others said", async () => {
    const ref = await plant();
    for (const person of [ben, lea]) {
      await letPass(
        (await submit(person, projectId, ref, { ...approving, note: `${person.name} likes it` })).reviewId,
        1,
      );
    }
    expect(await recordOf(projectId, ref)).toMatchObject({ status: "in_review", approvals: [] });
    expect(JSON.stringify(await loadRoom(ben, projectId, ref))).not.toContain("Lea likes it");
  });

  test("tells the reviewer at once whether they noticed, and leads a day later", async () => {
    const ref = await plant();
    const { reviewId } = await submit(ben, projectId, ref, {
      ...emptyDraft,
      decision: "reject",
      note: "No.",
    });
    expect((await loadMyWork(ben, projectId)).rows[0]?.outcome).toEqual({ kind: "just_now" });
    await letPass(reviewId, 1);
    const work = await loadMyWork(ben, projectId);
    expect(work.rows[0]?.outcome).toEqual({ kind: "planted", noticed: true });
    expect(work.detection.hits).toMatchObject({ value: 1, n: 1 });
    expect(await loadPlanted(lea, projectId)).toMatchObject({ people: [], rows: [{ ref, reviewed: 0 }] });
    await letPass(reviewId, 25 * 60);
    expect(await loadPlanted(lea, projectId)).toMatchObject({
      people: [{ name: ben.name, detection: { hits: { n: 1, value: 1 } } }],
      rows: [{ ref, sourceRef: source, flaw: flaw.text, reviewed: 1, noticed: 1 }],
    });
  });

  test("taken out is given to nobody", async () => {
    const ref = await plant();
    await withdrawPlanted(lea, projectId, ref);
    expect((await nextRecord(ben, projectId, { draw: mine }))?.ref).not.toBe(ref);
    expect((await loadPlanted(lea, projectId)).rows).toMatchObject([{ withdrawn: true }]);
  });
});

test.each([
  ["a record that is still reviewed", { ref: "1.2", flaw }],
  ["a record that does not exist", { ref: "9.9", flaw }],
  ["an approved one without a flaw", { ref: "1.1", flaw: null }],
  ["a flaw in a thought that it does not have", { ref: "1.1", flaw: { ...flaw, thoughtId: "t9.9" } }],
])("%s is not planted", async (_, planting) => {
  await expect(plantRecord(lea, projectId, planting)).rejects.toMatchObject({ code: "invalid" });
  expect(await db.record.count({ where: { projectId, planted: true } })).toBe(0);
});

test("only leads plant", async () => {
  await expect(plantRecord(ben, projectId, { ref: source, flaw })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(loadPlanted(ben, projectId)).rejects.toMatchObject({ code: "forbidden" });
});
