import { expect, test } from "vitest";
import { db, pool } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { prepareRuns } from "#lib/server/testing/runs.ts";
import type { Append } from "./append.ts";
import { openAppends } from "./appends.ts";

/** Deliberations in the hand of some worker, each with what it has to store. */
async function inHand(prompts: number): Promise<Append[]> {
  const { start } = await prepareRuns({ prompts, url: "http://127.0.0.1:9" });
  const { id: runId } = await start();
  const { roles } = await db.plan.findFirstOrThrow({
    where: { run: { id: runId } },
    select: { roles: { select: { endpointVersionId: true } } },
  });
  const all = await db.deliberation.findMany({ where: { runId }, orderBy: { id: "asc" } });
  return all.map(({ id, fence }) => ({
    held: { id, fence },
    row: {
      ...{
        seq: 0,
        n: 1,
        endpointVersionId: roles[0]?.endpointVersionId ?? uuid7(),
        fault: null,
        detail: null,
      },
      ...{
        retryAfterMs: null,
        raw: null,
        finishReason: "stop",
        warnings: ["top “p”, {left} out\\"],
        tokensIn: 7,
      },
      ...{ tokensCached: null, tokensOut: 9, costMicros: 5_000_000_000, latencyMs: 12 },
    },
    said: {
      turn: { seq: 0, stage: "intent", round: null, role: "decomposer", reply: { intents: [] } },
      reply: '{ "intents" : [] }',
      raw: null,
      requestHash: Buffer.from([0, 34, 92, 255]),
      model: "fake",
    },
  }));
}

function open() {
  const append = openAppends(new AbortController().signal);
  return ({ held, row, said }: Append) => append(held, row, said);
}

async function storedOf(all: readonly Append[]): Promise<boolean[]> {
  const turns = await db.turn.findMany({ where: { deliberationId: { in: all.map(({ held }) => held.id) } } });
  return all.map(({ held }) => turns.some(({ deliberationId }) => deliberationId === held.id));
}

/** In how many transactions some work stores attempts. */
async function commits(work: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    const { rows } = await pool.query<{ n: number }>(
      "select count(distinct xmin::text)::int as n from attempts",
    );
    return rows[0]?.n ?? 0;
  };
  const before = await count();
  await work();
  return (await count()) - before;
}

test("what is said while a statement is under way is stored with the next one, byte for byte", async () => {
  const all = await inHand(20);
  const append = open();
  expect(await commits(() => Promise.all(all.map(append)))).toBe(2);
  expect(await storedOf(all)).not.toContain(false);
  const { rows } = await pool.query(
    "select reply::text, request_hash, warnings, cost_micros from turns join attempts using (deliberation_id, seq) where deliberation_id = $1",
    [all[7]?.held.id],
  );
  expect(rows[0]).toEqual({
    reply: '{ "intents" : [] }',
    request_hash: Buffer.from([0, 34, 92, 255]),
    warnings: ["top “p”, {left} out\\"],
    cost_micros: "5000000000",
  });
});

test("one that cannot be stored, or whose lease is lost, keeps none of the others from it", async () => {
  const all = await inHand(4);
  const [, unfit, lost] = all;
  if (!unfit?.said || !lost) throw new Error("Too few are in hand.");
  unfit.said.reply = "not JSON";
  lost.held.fence += 1;
  const append = open();
  const results = await Promise.allSettled(all.map(append));
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : "failed"))).toEqual([
    true,
    "failed",
    false,
    true,
  ]);
  expect(await storedOf(all)).toEqual([true, false, false, true]);
});

test("what was stored already is not stored again, and is known to be stored", async () => {
  const all = await inHand(3);
  const append = open();
  await Promise.all(all.slice(1).map(append));
  expect(await Promise.all(all.map(append))).toEqual([true, true, true]);
  expect(await db.turn.count({ where: { deliberationId: { in: all.map(({ held }) => held.id) } } })).toBe(3);
});

test("one that somebody has locked waits for it alone", async () => {
  const all = await inHand(5);
  const append = open();
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("update deliberations set priority = 1 where id = $1", [all[2]?.held.id]);
    const results = all.map(append);
    await Promise.all(results.filter((_, index) => index !== 2));
    expect(await storedOf(all)).toEqual([true, true, false, true, true]);
    await client.query("update deliberations set fence = fence + 1 where id = $1", [all[2]?.held.id]);
    await client.query("commit");
    // Whoever had it locked took it over: what the fence is for.
    expect(await results[2]).toBe(false);
    expect(await storedOf(all)).toEqual([true, true, false, true, true]);
  } finally {
    client.release(true);
  }
});
