import { expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { appendAudit } from "./append.ts";
import { listAudit } from "./list.ts";

const admin = await createPerson({ name: "Ada", isAdmin: true });
const lead = await createPerson({ name: "Lea" });
const project = await createProjectWith([[lead, "lead"]]);
const other = await createProjectWith([], "Other");

for (let n = 0; n < 60; n += 1) {
  await appendAudit(db, {
    actor: lead,
    projectId: project.id,
    action: "run.start",
    objectKind: "run",
    detail: { n },
  });
}
await appendAudit(db, { actor: admin, projectId: other.id, action: "run.start", objectKind: "run" });

test("a lead reads the log of the project, page by page, newest first", async () => {
  const first = await listAudit(lead, { slug: project.slug, about: "run" });
  const second = await listAudit(lead, { slug: project.slug, about: "run", before: first.older ?? "" });
  const numbers = [...first.rows, ...second.rows].map(({ detail }) => detail.n);
  expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => 59 - n));
  expect([first.rows.length, second.older]).toEqual([50, null]);
  expect(first.rows[0]).toMatchObject({ actorName: "Lea", projectName: project.name });
});

test("an admin reads all of it", async () => {
  const { rows } = await listAudit(admin, {});
  expect(rows.map(({ projectName }) => projectName)).toContain("Other");
});

test("nobody else does", async () => {
  await expect(listAudit(lead, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(listAudit(lead, { slug: other.slug })).rejects.toMatchObject({ code: "not_found" });
  const ina = await createPerson();
  await db.membership.create({ data: { projectId: project.id, userId: ina.userId, role: "annotator" } });
  await expect(listAudit(ina, { slug: project.slug })).rejects.toMatchObject({ code: "forbidden" });
});

test("nothing alters or removes an event, not even the database's own client", async () => {
  await expect(db.auditEvent.updateMany({ data: { reason: "never mind" } })).rejects.toThrow();
  await expect(db.auditEvent.deleteMany()).rejects.toThrow();
});
