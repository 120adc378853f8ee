import { expect, test } from "vitest";
import { db } from "./client.ts";

test("a time is read as the moment it is, wherever the database server stands", async () => {
  const [row] = await db.$queryRaw<{ at: Date; epoch: number }[]>`
    select now() as at, (extract(epoch from now()) * 1000)::float8 as epoch`;
  expect(Math.abs((row?.at.getTime() ?? 0) - (row?.epoch ?? 0))).toBeLessThan(2);
});
