import { expect, test } from "vitest";
import { openQueue } from "./queue.ts";

test("what is on offer already is offered once, and again as soon as it was taken", async () => {
  const queue = await openQueue();
  const job = { id: crypto.randomUUID(), runId: crypto.randomUUID(), priority: 0 };
  await queue.send([job]);
  await queue.send([job]);
  expect(await queue.take(2, [job.runId])).toEqual([]);
  expect(await queue.take(2, [])).toEqual([job.id]);
  expect(await queue.take(2, [])).toEqual([]);
  await queue.send([job]);
  expect(await queue.take(2, [])).toEqual([job.id]);
  await queue.close();
});
