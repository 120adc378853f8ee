import { afterEach, expect, test, vi } from "vitest";
import { db } from "#lib/server/database/client.ts";
import { log } from "#lib/server/log.ts";
import { cancelRun } from "#lib/server/runs/control.ts";
import { type FakeEndpoint, startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { end, isTakenOver, operator, prepareRuns, spawnWorker, until } from "#lib/server/testing/runs.ts";
import { startWorker, type Worker } from "./worker.ts";

let endpoint: FakeEndpoint;
let worker: Worker | null = null;

afterEach(async () => {
  await worker?.stop(0);
  worker = null;
  await endpoint.close();
});

test("what of a dead worker's work cannot be read waits by itself, and keeps nobody from the rest", {
  timeout: 60_000,
}, async () => {
  endpoint = await startFakeEndpoint({ latencyMs: () => 150 });
  const { start } = await prepareRuns({ prompts: 12, url: endpoint.url });
  const doomed = await spawnWorker();
  const run = await start();
  await until(() => endpoint.calls.length > 30);
  await end(doomed, "SIGKILL");
  const { id } = await db.deliberation.findFirstOrThrow({
    where: { runId: run.id, outcome: null, workerId: { not: null }, turns: { some: {} } },
  });
  await spoil(id);

  const said = vi.spyOn(log, "error").mockImplementation(() => {});
  worker = await startWorker();
  await until(() => isTakenOver(run.id));
  const { waitingFor } = await until(async () => {
    const open = await db.deliberation.findMany({ where: { runId: run.id, outcome: null } });
    return open.length === 1 && open[0]?.id === id && open[0]?.workerId === null && open[0];
  });
  expect(waitingFor).toBe("trouble");
  expect(said.mock.calls.map(([about]) => (about as { deliberation?: string }).deliberation)).toContain(id);

  await cancelRun(operator, run.id);
  said.mockRestore();
  expect(await db.deliberation.groupBy({ by: ["outcome"], where: { runId: run.id }, _count: true })).toEqual(
    expect.arrayContaining([
      { outcome: "consensus", _count: 11 },
      { outcome: "cancelled", _count: 1 },
    ]),
  );
});

/** Makes a stored turn one that no version of this program wrote. */
async function spoil(deliberationId: string) {
  await db.$transaction([
    db.$executeRaw`alter table turns disable trigger user`,
    db.$executeRaw`update turns set reply = '{}' where deliberation_id = ${deliberationId}::uuid and seq = 0`,
    db.$executeRaw`alter table turns enable trigger user`,
  ]);
}
