import type { Actor } from "#lib/domain/access/actions.ts";
import type { QueueFilter, QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { listDeliberations } from "#lib/server/deliberations/list.ts";
import { loadDeliberation } from "#lib/server/deliberations/load.ts";
import { listPrompts } from "#lib/server/prompts/list.ts";
import { countListed, listRecords } from "#lib/server/records/list.ts";
import type { Cursor } from "#lib/server/records/page.ts";
import { takeUpWords } from "#lib/server/records/take-up-words.ts";
import { loadQueue } from "#lib/server/reviews/load-queue.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { finished, prepareRuns } from "#lib/server/testing/runs.ts";
import { startWorker } from "#lib/server/worker/worker.ts";
import { turnsEach } from "./agents.ts";
import { startDatabase } from "./database.ts";
import { startEndpoint } from "./endpoint.ts";
import { type Explained, explain } from "./explain.ts";
import { atMost, load, type Measured, median, round, tell } from "./figures.ts";
import { storeLikenesses } from "./stored.ts";

const sizes = [10_000, 100_000, 1_000_000];
const slopeLimit = 0.15;
const calls = 41;
/** Calls before those, so that the first size is not measured colder than the others. */
const warmUp = 40;

/**
 * What people wait for, through the functions that the pages call, with 10,000, 100,000 and 1,000,000 turns in one run of
 * one project. The slope is that of the line through the medians where both axes are logarithmic: 0 is no growth, 1 is
 * growth in step with what is stored.
 */
export async function measureScale(): Promise<Measured> {
  await using _database = await startDatabase();
  const scene = await original();
  const medians: Record<string, number[]> = {};
  const explained: Record<string, Explained[]> = {};
  let stored = 0;
  for (const size of sizes) {
    const deliberations = Math.ceil(size / turnsEach);
    await storeLikenesses(scene, stored + 1, deliberations - 1);
    stored = deliberations - 1;
    tell(`${size} turns stored`);
    for (const [name, view] of Object.entries(await viewsOf(scene, deliberations))) {
      const ms = round(await medianMs(view), 2);
      const read = await explain(view);
      medians[name] = [...(medians[name] ?? []), ms];
      explained[name] = [...(explained[name] ?? []), read];
      tell(`  ${name}: ${ms} ms, ${read.buffers} buffers`);
    }
  }
  return {
    bars: Object.entries(medians).map(([name, ms]) =>
      atMost(slopeLimit, `${name}, slope`, round(slopeOf(ms))),
    ),
    figures: {
      turns: sizes,
      calls,
      medianMs: medians,
      buffers: Object.fromEntries(
        Object.entries(explained).map(([name, all]) => [name, all.map((one) => one.buffers)]),
      ),
      plans: Object.fromEntries(Object.entries(explained).map(([name, all]) => [name, all.at(-1)?.nodes])),
      load: load(),
    },
  };
}

type Scene = { projectId: string; runId: string; runNumber: number; deliberationId: string; reader: Actor };

/** One deliberation that the product made, and a reviewer in its project. */
async function original(): Promise<Scene> {
  await using endpoint = await startEndpoint({ latencyMs: 0 });
  const worker = await startWorker();
  const { projectId, start } = await prepareRuns({ prompts: 1, url: endpoint.url });
  const { id: runId, number: runNumber } = await start();
  await finished(runId);
  await worker.stop();
  await takeUpWords(1);
  const { id: deliberationId } = await db.deliberation.findFirstOrThrow({ where: { runId } });
  const reader = await createPerson();
  await db.membership.create({ data: { projectId, userId: reader.userId, role: "lead" } });
  return { projectId, runId, runNumber, deliberationId, reader };
}

/** What is looked at: pages in the middle of what is stored, and the queue from its beginning. */
async function viewsOf({ projectId, runId, runNumber, reader }: Scene, deliberations: number) {
  const middle = Math.floor(deliberations / 2);
  const { id: after } = await db.deliberation.findFirstOrThrow({
    where: { runId, prompt: { number: middle } },
    select: { id: true },
  });
  const waiting =
    (filter: QueueFilter, order: QueueOrder = "interleaved") =>
    () =>
      listRecords(reader, projectId, { choice: { list: "waiting", order, filter }, cursor: null });
  const approved =
    (filter: QueueFilter, order: QueueOrder = "newest", cursor: Cursor = null) =>
    () =>
      listRecords(reader, projectId, { choice: { list: "approved", order, filter }, cursor });
  const rare = { category: "category 7", cites: "3.1" };
  return {
    "page of a deliberation": () => loadDeliberation(reader, projectId, runNumber, middle),
    "queue, default order": waiting({}),
    "queue, oldest first": waiting({}, "oldest"),
    "queue, where judges differ": waiting({}, "judges"),
    "queue, one severity": waiting({ severity: "high" }),
    "queue, one policy": waiting({ cites: "3" }),
    "queue, one clause": waiting({ cites: "3.1" }),
    "queue, one category": waiting({ category: "category 7" }),
    "queue, one outcome": waiting({ outcome: "consensus" }),
    "queue, one model": waiting({ model: "scripted" }),
    "queue, words in many": waiting({ text: "asks about a program" }),
    "queue, words in one": waiting({ text: `likeness ${middle}` }),
    "queue, category and clause, where judges differ": waiting(rare, "judges"),
    "queue, counts": () => loadQueue(reader, projectId),
    "queue, number that fit": () =>
      countListed(reader, projectId, { list: "waiting", order: "oldest", filter: { severity: "high" } }),
    "page of a run's deliberations": () => listDeliberations(reader, runId, { after }),
    "page of prompts": () => listPrompts(reader, projectId, {}, middle),
    "page of approved records": approved({}, "newest", { after: `${runNumber}.${middle}` }),
    "approved, one finding": approved({ check: "near_duplicate" }),
    "approved, of different minds": approved({ agreement: "differed" }),
    "approved, low scores": approved({ lowest: "low" }),
    "approved, faithful": approved({ faithful: "high" }),
    "approved, nothing fits": approved({ check: "near_duplicate", category: rare.category }),
    "approved, where people differ from judges": approved({}, "people"),
    "counters of a run": () => loadRunProgress(reader, runId),
  };
}

async function medianMs(view: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let call = -warmUp; call < calls; call += 1) {
    const begun = performance.now();
    await view();
    if (call >= 0) times.push(performance.now() - begun);
  }
  return median(times);
}

/** Of the least squares line through the points, both axes logarithmic. */
function slopeOf(ms: readonly number[]): number {
  const points = ms.map((y, index) => ({ x: Math.log10(sizes[index] ?? 1), y: Math.log10(y) }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
}
