import { expect, test } from "vitest";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { loadExposureTotals } from "./totals.ts";

const now = new Date("2026-12-03T12:00:00Z");

async function read(projectId: string, { userId }: PersonActor, seconds: number, day = "2026-11-10") {
  await db.exposure.create({
    data: {
      userId,
      projectId,
      subjectId: crypto.randomUUID(),
      day: new Date(day),
      severity: "high",
      category: "Fraud",
      seconds,
    },
  });
}

test("a lead sees what five people read together, and nothing of fewer; readers and annotators see nothing", async () => {
  const roles: ProjectRole[] = ["lead", "reader", "annotator", "annotator", "annotator"];
  const people = await Promise.all(roles.map((_, place) => createPerson({ name: `P${place}` })));
  const { id } = await createProjectWith(
    people.map((person, place) => [person, roles[place] ?? "annotator"]),
  );
  const [lead, reader, annotator] = people as [PersonActor, PersonActor, PersonActor];
  for (const person of people.slice(1)) await read(id, person, 600);
  expect((await loadExposureTotals(lead, id, now)).totals).toEqual([
    { category: "Fraud", severity: "high", sum: null },
  ]);

  await read(id, lead, 100);
  expect((await loadExposureTotals(lead, id, now)).totals).toEqual([
    { category: "Fraud", severity: "high", sum: { records: 5, seconds: 2_500 } },
  ]);

  // Of the week that runs, no day could be told from the one before.
  await db.exposure.updateMany({ where: { projectId: id }, data: { day: new Date("2026-12-01") } });
  expect((await loadExposureTotals(lead, id, now)).totals).toEqual([]);
  await expect(loadExposureTotals(reader, id, now)).rejects.toThrow(/role/);
  await expect(loadExposureTotals(annotator, id, now)).rejects.toThrow(/role/);
});
