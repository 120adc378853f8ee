import type { ChildProcess } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import { testEndpoint } from "#lib/server/endpoints/test.ts";
import { type FakeProvider, startFakeProvider } from "#lib/server/testing/fake-provider.ts";
import { end, finished, operator, prepareRuns, spawnWorker } from "#lib/server/testing/runs.ts";
import { anthropic } from "#lib/server/testing/wires/anthropic.ts";
import { bedrock } from "#lib/server/testing/wires/bedrock.ts";
import { google } from "#lib/server/testing/wires/google.ts";
import { openai } from "#lib/server/testing/wires/openai.ts";

const cast = { decomposer: openai, ada: anthropic, bo: google, refiner: bedrock };
const secrets = Object.values(cast).map(({ key }) => key.split(":").at(-1) ?? "");
const price = { inputPrice: 800_000, cachedInputPrice: 200_000, outputPrice: 3_200_000 };
const perCall = 240 + 180 + 256;

let worker: ChildProcess;
const fakes: FakeProvider[] = [];

afterEach(async () => {
  await end(worker, "SIGKILL");
  await Promise.all(fakes.map((fake) => fake.close()));
});

test("four providers deliberate in one run, each is paid its price, and no key is in a log line or a row", {
  timeout: 60_000,
}, async () => {
  const { projectId, start } = await prepareRuns({ prompts: 3, url: "http://127.0.0.1:9/v1" });
  const roles: Record<string, string> = {};
  for (const [role, wire] of Object.entries(cast)) {
    const fake = await startFakeProvider(wire);
    fakes.push(fake);
    const { provider, model, region, key } = wire;
    const version = { provider, baseUrl: fake.url, region, model, structuredOutputs: true, ...price };
    const { id } = await createEndpoint(operator, { name: provider, version, key, projectIds: [projectId] });
    expect(await testEndpoint(operator, id), provider).toMatchObject({
      ok: true,
      structuredOutput: "works",
      model: wire.modelNamed,
      costMicros: perCall,
    });
    roles[role] = id;
  }
  worker = await spawnWorker({ LOG_LEVEL: "debug" });
  const logged: string[] = [];
  worker.stderr?.on("data", (chunk) => logged.push(String(chunk)));
  const run = await start({ roles });
  await finished(run.id);
  await end(worker, "SIGTERM");

  const deliberations = await db.deliberation.findMany({ where: { runId: run.id } });
  expect(deliberations.map(({ outcome }) => outcome)).toEqual(["consensus", "consensus", "consensus"]);
  const attempts = await db.attempt.findMany({ where: { deliberation: { runId: run.id } } });
  expect(attempts).toHaveLength(3 * 7);
  for (const { costMicros } of attempts) expect(Number(costMicros)).toBe(perCall);
  const view = await loadDeliberation(operator, projectId, run.number, 1);
  const noSeed = ["seed was not sent: this endpoint does not take it."];
  for (const { role, attempts: made } of view.turns)
    expect(made[0]?.warnings, role).toEqual(role === "bo" ? [] : noSeed);
  const turns = await db.turn.findMany({ where: { deliberation: { runId: run.id } }, distinct: ["model"] });
  expect(new Set(turns.map(({ model }) => model))).toEqual(
    new Set(Object.values(cast).map(({ modelNamed }) => modelNamed)),
  );
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss')`,
  );
  for (const secret of secrets) {
    expect(logged.join("")).not.toContain(secret);
    for (const { name } of tables) {
      const { rows } = await pool.query(`select from ${name} t where strpos(to_jsonb(t)::text, $1) > 0`, [
        secret,
      ]);
      expect(rows, name).toHaveLength(0);
    }
  }
});
