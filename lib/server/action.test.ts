import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#lib/server/database/client.ts";
import { openAction } from "./action.ts";

const Said = z.object({
  name: z.string().min(1, "Say a name."),
  reasons: z.array(z.string()),
  notes: z.record(z.string(), z.string()),
  at: z.date().optional(),
});

const store = openAction(Said, async ({ at: _, ...said }) => {
  const json = JSON.stringify(said);
  const [row] = await db.$queryRaw<unknown[]>`select ${said.name}::text as name, ${json}::jsonb as said`;
  return row;
});

test("what PostgreSQL would refuse in a text is gone before an action reads it, however deep it stands", async () => {
  const said = { name: "A\0da", reasons: ["half \ud800 pair", "\0"], notes: { "k\0": "v\0" } };
  const clean = { name: "Ada", reasons: ["half \ufffd pair", ""], notes: { k: "v" } };
  expect(await store({ ...said, at: new Date() })).toEqual({
    ok: true,
    value: { name: "Ada", said: clean },
  });
  // The control.
  await expect(db.$queryRaw`select ${said.name}::text`).rejects.toThrow();
  await expect(db.$queryRaw`select ${JSON.stringify(said)}::jsonb`).rejects.toThrow();
});

test("what is nothing without it is said to be missing", async () => {
  const answer = await store({ name: "\0", reasons: [], notes: {} });
  expect(answer).toMatchObject({ ok: false, code: "invalid", fields: { name: ["Say a name."] } });
});
