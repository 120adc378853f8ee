import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";

const [ada, bo] = [uuid7(), uuid7()];
let endpointId: string;
let made = 0;

async function prepare(limits: {
  maxConcurrent: number;
  requestsPerMinute?: number;
  tokensPerMinute?: number;
}) {
  made += 1;
  const { id } = await db.endpoint.create({ data: { name: `limited ${made}`, ...limits } });
  endpointId = id;
}

type Asked = {
  inUse?: number;
  wanted?: number;
  requests?: number;
  tokens?: number;
  first?: number;
  back?: number;
  answered?: number;
  pushedBack?: number;
  failed?: number;
};

async function lease(worker: string, asked: Asked) {
  const { inUse = 0, wanted = 0, requests = 0, tokens = 0, first = 0, back = 0 } = asked;
  const { answered = 0, pushedBack = 0, failed = 0 } = asked;
  const { rows } = await pool.query(
    "select * from lease_endpoint($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 3000)",
    [endpointId, worker, inUse, wanted, requests, tokens, first, back, answered, pushedBack, failed],
  );
  return rows[0];
}

// The function goes by a clock that stands still unless a test lets time pass: a busy machine decides nothing here. It is
// ahead, since rows are born by the other one.
beforeAll(() =>
  pool.query(`
    create table test_clock as select date_trunc('second', now()) + interval '1 day' as at;
    create function clock_timestamp() returns timestamptz language sql volatile as 'select at from test_clock';
    alter function lease_endpoint set search_path = public, pg_catalog`),
);

function letTimePass(seconds: number) {
  return pool.query("update test_clock set at = at + $1 * interval '1 s'", [seconds]);
}

describe("slots", () => {
  beforeEach(() => prepare({ maxConcurrent: 6 }));

  test("all go to one worker while nobody else wants any", async () => {
    expect(await lease(ada, { wanted: 20 })).toMatchObject({ slots: 6, requests: null, tokens: null });
  });

  test("what is taken back from one is given to another only when its calls have ended", async () => {
    await lease(ada, { wanted: 20 });
    expect((await lease(bo, { wanted: 10 })).slots).toBe(0);
    expect((await lease(ada, { inUse: 6, wanted: 20 })).slots).toBe(3);
    expect((await lease(bo, { wanted: 10 })).slots).toBe(0);
    expect((await lease(ada, { inUse: 4, wanted: 20 })).slots).toBe(3);
    expect((await lease(bo, { wanted: 10 })).slots).toBe(2);
    expect((await lease(ada, { inUse: 3, wanted: 20 })).slots).toBe(3);
    expect((await lease(bo, { inUse: 2, wanted: 10 })).slots).toBe(3);
  });

  test("who wants less than its share leaves the rest to others", async () => {
    await lease(ada, { wanted: 1 });
    expect((await lease(bo, { wanted: 10 })).slots).toBe(5);
  });

  test("a worker that wants nothing more holds nothing more", async () => {
    await lease(ada, { wanted: 20 });
    await lease(ada, {});
    expect((await lease(bo, { wanted: 10 })).slots).toBe(6);
  });

  test("two that ask at the same moment are given no more than there is", async () => {
    for (let round = 0; round < 20; round += 1) {
      await prepare({ maxConcurrent: 6 });
      const both = await Promise.all([lease(ada, { wanted: 20 }), lease(bo, { wanted: 20 })]);
      expect(both[0].slots + both[1].slots).toBeLessThanOrEqual(6);
    }
  });
});

describe("an endpoint in trouble", () => {
  beforeEach(() => prepare({ maxConcurrent: 8 }));

  test("is halved when it pushes back, once a second, and grows back by one", async () => {
    await lease(ada, { wanted: 20 });
    const slots = [];
    for (const report of [{ pushedBack: 3 }, { pushedBack: 2 }, { answered: 5 }, { answered: 5 }]) {
      await letTimePass(2);
      slots.push((await lease(ada, { wanted: 20, ...report })).slots);
    }
    expect(slots).toEqual([4, 2, 3, 4]);
    expect((await lease(ada, { wanted: 20, pushedBack: 1 })).slots).toBe(4);
  });

  test("is left alone after ten faults in a row, then tried one call at a time", async () => {
    expect((await lease(ada, { wanted: 20, failed: 9 })).slots).toBe(8);
    const open = await lease(ada, { wanted: 20, failed: 1 });
    expect(open.slots).toBe(0);
    expect(open.closed_ms).toBeCloseTo(5_000);
    await letTimePass(6);
    expect(await lease(ada, { wanted: 20 })).toMatchObject({ slots: 1, closed_ms: 0 });
    expect((await lease(bo, { wanted: 20 })).slots).toBe(0);
    // It fails again: longer this time.
    expect((await lease(ada, { wanted: 20, failed: 1 })).closed_ms).toBeCloseTo(10_000);
    await letTimePass(11);
    await lease(bo, {});
    expect((await lease(ada, { wanted: 20, answered: 1 })).slots).toBe(8);
  });

  test("gives nothing while it is stopped, and says so", async () => {
    await db.endpoint.update({ where: { id: endpointId }, data: { state: "stopped" } });
    expect(await lease(ada, { wanted: 20 })).toMatchObject({ slots: 0, is_stopped: true });
  });
});

describe("requests of a minute", () => {
  test("are handed out one behind the other, whoever asks", async () => {
    await prepare({ maxConcurrent: 99, requestsPerMinute: 600 });
    const first = await lease(ada, { wanted: 9, requests: 3 });
    expect(first.requests).toBe(3);
    // Further apart than 100 ms, so that no second is too full where some begin late.
    expect(first.every_ms).toBeCloseTo(100 / 0.94);
    expect(first.first_ms).toBeCloseTo(0);
    const second = await lease(bo, { wanted: 9, requests: 9 });
    expect(second.requests).toBeLessThanOrEqual(2);
    expect(second.first_ms).toBeGreaterThan(200);
    expect((await lease(ada, { wanted: 9, requests: 9 })).requests).toBe(0);
  });

  test("follow one another by the clock that each share names", async () => {
    await prepare({ maxConcurrent: 99, requestsPerMinute: 600 });
    const first = await lease(ada, { wanted: 9, requests: 3 });
    await letTimePass(0.1);
    const second = await lease(bo, { wanted: 9, requests: 9 });
    expect(second.at_ms - first.at_ms).toBeCloseTo(100);
    expect(second.at_ms + second.first_ms).toBeCloseTo(first.at_ms + 3 * first.every_ms);
  });

  test("are not withheld for as long as the clock was set back", async () => {
    await prepare({ maxConcurrent: 99, requestsPerMinute: 600, tokensPerMinute: 6_000 });
    await lease(ada, { wanted: 9, requests: 3, tokens: 900, first: 300 });
    await letTimePass(-3_600);
    await lease(ada, { wanted: 9 });
    await letTimePass(4);
    const { requests, tokens } = await lease(ada, { wanted: 9, requests: 3, tokens: 300, first: 300 });
    expect([requests, tokens]).toEqual([3, 300]);
  });

  test("come one at a time where few are allowed", async () => {
    await prepare({ maxConcurrent: 99, requestsPerMinute: 1 });
    expect((await lease(ada, { wanted: 9, requests: 5 })).requests).toBe(1);
    await letTimePass(60);
    expect((await lease(ada, { wanted: 9, requests: 5 })).requests).toBe(0);
    await letTimePass(7);
    expect((await lease(ada, { wanted: 9, requests: 5 })).requests).toBe(1);
  });
});

describe("tokens of a minute", () => {
  beforeEach(() => prepare({ maxConcurrent: 99, tokensPerMinute: 6_000 }));

  test("fill a bucket of ten seconds; what was not used goes back into it", async () => {
    expect((await lease(ada, { wanted: 9, tokens: 900, first: 300 })).tokens).toBe(900);
    expect((await lease(ada, { wanted: 9, tokens: 300, first: 300 })).tokens).toBe(0);
    expect((await lease(ada, { wanted: 9, tokens: 300, first: 300, back: 700 })).tokens).toBe(300);
  });

  test("let a call through that is larger than the bucket, when it is full, and owe the rest", async () => {
    expect((await lease(ada, { wanted: 9, tokens: 5_000, first: 5_000 })).tokens).toBe(5_000);
    await letTimePass(20);
    expect((await lease(ada, { wanted: 9, tokens: 100, first: 100 })).tokens).toBe(0);
    await letTimePass(60);
    expect((await lease(ada, { wanted: 9, tokens: 100, first: 100 })).tokens).toBe(100);
  });
});
