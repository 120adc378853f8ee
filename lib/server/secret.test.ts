import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { db } from "./database/client.ts";
import { confirmSecret, open, seal, secretFor } from "./secret.ts";
import { untilSomebodyWaits } from "./testing/waiting.ts";

const row = "0199c0de-0000-7000-8000-000000000001";
const otherRow = "0199c0de-0000-7000-8000-000000000002";

test("whatever was sealed for a row opens for that row", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(open(seal(text, row), row)).toBe(text);
    }),
  );
});

test("a sealed key copied into another row does not open", () => {
  const sealed = seal("sk-live", row);
  expect(() => open(sealed, otherRow)).toThrow("cannot be opened");
});

test("a sealed key that was altered, cut or never sealed does not open", () => {
  const sealed = seal("sk-live", row);
  const altered = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  for (const wrong of [altered, sealed.slice(0, 20), sealed.replace("v1", "v2"), "sk-live", ""]) {
    expect(() => open(wrong, row)).toThrow("cannot be opened");
  }
});

test("sealing twice gives two texts, so that equal keys cannot be told", () => {
  expect(seal("sk-live", row)).not.toBe(seal("sk-live", row));
});

test("each purpose has a secret of its own, the same every time", () => {
  expect(secretFor("sessions")).toBe(secretFor("sessions"));
  expect(secretFor("sessions")).not.toBe(secretFor("seal"));
});

test("processes that start at the same moment agree on it", async () => {
  await db.installation.deleteMany();
  let other: Promise<void> | undefined;
  await db.$transaction(async (tx) => {
    await tx.installation.create({ data: { id: 1, secretCheck: secretFor("check") } });
    other = confirmSecret();
    other.catch(() => {});
    await untilSomebodyWaits();
  });
  await other;
});

test("the first process sets what the database's secret is; one with another secret refuses to start", async () => {
  await confirmSecret();
  await confirmSecret();
  await db.installation.update({ where: { id: 1 }, data: { secretCheck: "of another secret" } });
  await expect(confirmSecret()).rejects.toThrow("COLLOQUY_SECRET is not the one");
});
