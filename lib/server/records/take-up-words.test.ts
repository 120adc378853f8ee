import { expect, test } from "vitest";
import { agree, initial, intents, turnsOf } from "#lib/domain/deliberation/testing.ts";
import type { QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { prepareRuns } from "#lib/server/testing/runs.ts";
import { claim } from "#lib/server/worker/claim.ts";
import { closeTogether, closingOf } from "#lib/server/worker/close.ts";
import { realClock } from "#lib/server/worker/open-world.ts";
import { loadRunAtHand } from "#lib/server/worker/runs-at-hand.ts";
import { listRecords } from "./list.ts";
import { takeUpWords } from "./take-up-words.ts";

test("what a run under way gives is found by facts at once, and by words when they are taken up", async () => {
  const { projectId, start } = await prepareRuns({ prompts: 2, url: "http://127.0.0.1:9/v1" });
  const { id: runId } = await start();
  const all = await db.deliberation.findMany({ where: { runId }, select: { id: true } });
  const { id: workerId } = await db.worker.create({ data: { id: uuid7(), host: "test", pid: 1 } });
  const life = { workerId, signal: new AbortController().signal, clock: realClock };
  const held = await claim(
    life,
    all.map(({ id }) => id),
    loadRunAtHand,
  );
  const closings = held.map((one) => {
    one.turns = turnsOf(one.run.plan, [intents, initial, agree, agree]);
    return closingOf(one, { outcome: "consensus", reason: null });
  });
  await closeTogether(workerId, runId, closings);
  const lead = await createPerson();
  await db.membership.create({ data: { projectId, userId: lead.userId, role: "lead" } });

  const found = async (filter: QueueFilter) => {
    const choice = { list: "waiting", order: "oldest", filter } as const;
    return (await listRecords(lead, projectId, { choice, cursor: null })).rows.length;
  };
  const text = "kill process";
  expect([await found({ outcome: "consensus" }), await found({ text })]).toEqual([2, 0]);
  expect(await takeUpWords(1)).toBe(1);
  expect(await found({ text })).toBe(1);
  expect([await takeUpWords(5), await takeUpWords(5)]).toEqual([1, 0]);
  expect([await found({ outcome: "consensus" }), await found({ text })]).toEqual([2, 2]);
});
