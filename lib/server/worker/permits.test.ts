import { beforeEach, expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import { operator } from "#lib/server/testing/runs.ts";

let endpointId: string;
const workers = [uuid7(), uuid7()] as const;

beforeEach(async () => {
  const { id } = await createEndpoint(operator, {
    name: `Measured ${uuid7()}`,
    version: { baseUrl: "http://127.0.0.1:9/v1", model: "m" },
    limits: { maxConcurrent: 16 },
  });
  endpointId = id;
});

type Ended = { answered?: number; pushedBack?: number; failed?: number };

/** A worker's report, and how many calls it may then have in flight. */
async function report(ended: Ended, worker: string = workers[0], wanted = 32): Promise<number> {
  const { rows } = await pool.query<{ slots: number }>(
    "select slots from lease_endpoint($1, $2, 0, $3, 0, 0, 0, 0, $4, $5, $6, 3000)",
    [endpointId, worker, wanted, ended.answered ?? 0, ended.pushedBack ?? 0, ended.failed ?? 0],
  );
  return rows[0]?.slots ?? -1;
}

/** Lets so much time pass, as far as the endpoint's meter can tell. */
async function pass(seconds: number): Promise<void> {
  await pool.query(
    `update endpoint_meters set adjusted_at = adjusted_at - $2 * interval '1 s', open_until = open_until - $2 * interval '1 s'
     where endpoint_id = $1`,
    [endpointId, seconds],
  );
}

async function after(seconds: number, ended: Ended): Promise<number> {
  await pass(seconds);
  return report(ended);
}

test("calls at once are halved when it pushes back, down to one, and grow back by one", async () => {
  expect(await report({})).toBe(16);
  const down = [];
  for (let n = 0; n < 5; n++) down.push(await after(2, { pushedBack: 3 }));
  expect(down).toEqual([8, 4, 2, 1, 1]);
  const up = [];
  for (let n = 0; n < 4; n++) up.push(await after(2, { answered: 5 }));
  expect(up).toEqual([2, 3, 4, 5]);
  // One that is pushed back among many that are answered halves it all the same.
  expect(await after(2, { answered: 5, pushedBack: 1 })).toBe(2);
});

test("a burst of push-backs halves it once, and growth is no faster than one a second", async () => {
  expect(await report({})).toBe(16);
  expect(await after(2, { pushedBack: 1 })).toBe(8);
  expect(await report({ pushedBack: 9 })).toBe(8);
  expect(await after(2, { answered: 1 })).toBe(9);
  expect(await report({ answered: 50 })).toBe(9);
});

test("it never grows past its limit, and all workers share it", async () => {
  for (let n = 0; n < 3; n++) expect(await after(2, { answered: 1 })).toBe(16);
  expect((await report({}, workers[0])) + (await report({}, workers[1]))).toBeLessThanOrEqual(16);
  expect(await report({}, workers[0])).toBe(8);
  expect(await report({}, workers[1])).toBe(8);
});

test("ten faults in a row open the breaker, for longer each time, and one call is tried when it half-opens", async () => {
  expect(await report({ failed: 9 })).toBe(16);
  expect(await report({ failed: 1 })).toBe(0);
  expect(await openFor()).toBeCloseTo(5, 0);
  expect(await after(6, {})).toBe(1);
  expect(await report({}, workers[1]), "a second worker meanwhile").toBe(0);
  expect(await report({ failed: 1 })).toBe(0);
  expect(await openFor()).toBeCloseTo(10, 0);
  expect(await after(11, {})).toBe(1);
  expect(await report({ answered: 1 })).toBeGreaterThan(1);
  expect(await openFor()).toBeNull();
});

test("an answer between faults keeps the breaker shut", async () => {
  for (let n = 0; n < 5; n++) {
    expect(await report({ failed: 9 })).toBe(16);
    await report({ answered: 1 });
  }
});

/** Seconds. */
async function openFor(): Promise<number | null> {
  const meter = await db.endpointMeter.findUniqueOrThrow({ where: { endpointId } });
  return meter.openUntil && (Number(meter.openUntil) - Date.now()) / 1_000;
}
