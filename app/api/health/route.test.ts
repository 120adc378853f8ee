import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { execute } from "#lib/server/testing/database.ts";
import { GET } from "./route.ts";

test("counts the workers that beat within 3.5 seconds and have not stopped", async () => {
  const worker = { id: randomUUID(), host: "here", pid: 1 };
  await db.worker.createMany({
    data: [
      worker,
      { ...worker, id: randomUUID(), beatAt: new Date(Date.now() - 4_000) },
      { ...worker, id: randomUUID(), stoppedAt: new Date() },
    ],
  });
  const answer = await GET();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", database: "ok", workers: 1 });
});

test("says that the database is away, and that it is back", async () => {
  const database = new URL(process.env.DATABASE_URL ?? "");
  const name = database.pathname.slice(1);
  await execute(database.href, `alter database ${name} allow_connections false`);
  await execute(
    database.href,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  const away = await GET();
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ reason: "The database cannot be reached." });

  await execute(database.href, `alter database ${name} allow_connections true`);
  expect((await GET()).status).toBe(200);
});
