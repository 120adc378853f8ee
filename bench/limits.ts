import { busiest, end, finished, prepareRuns, spawnWorker, until } from "#lib/server/testing/runs.ts";
import { startDatabase } from "./database.ts";
import { startEndpoint } from "./endpoint.ts";
import { atMost, load, type Measured, round, tell } from "./figures.ts";

const atOnce = 6;
const perSecond = 20;
const workerCount = 4;
const prompts = 80;
const calls = prompts * 7;

/** At the first pace the requests of a second run out first, at the second one the calls at once. */
const paces = { quick: 150, slow: 500 };

/**
 * Four workers share one endpoint's limits, one of them is killed, and the endpoint's own ledger says how many calls it saw
 * at once and in any second. The control is the same without limits.
 */
export async function measureLimits(): Promise<Measured> {
  await using _database = await startDatabase();
  const limited = await run({ maxConcurrent: atOnce, requestsPerMinute: perSecond * 60 });
  const free = await run({ maxConcurrent: 1_000, requestsPerMinute: null });
  return {
    bars: [
      atMost(atOnce, "most calls at once", limited.mostAtOnce),
      atMost(perSecond, "most calls in any second", limited.mostInASecond),
    ],
    figures: { workers: workerCount, killed: 1, limited, withoutLimits: free, load: load() },
  };
}

async function run(limits: { maxConcurrent: number; requestsPerMinute: number | null }) {
  await using endpoint = await startEndpoint({ latencyMs: paces.quick });
  const { start } = await prepareRuns({ prompts, url: endpoint.url, endpoint: { limits } });
  const workers = await Promise.all(Array.from({ length: workerCount }, () => spawnWorker()));
  try {
    tell(
      `Four workers, ${limits.maxConcurrent} calls at once, ${limits.requestsPerMinute ?? "any number of"} a minute`,
    );
    const { id } = await start();
    const sawAtLeast = (n: number) => until(async () => (await endpoint.seen()).calls >= n);
    await sawAtLeast(calls / 4);
    await end(await busiest(id, workers), "SIGKILL");
    await sawAtLeast(calls / 2);
    await endpoint.behave({ latencyMs: paces.slow });
    await finished(id);
    const times = (await endpoint.calls()).map(({ at }) => at);
    return {
      calls: times.length,
      mostAtOnce: (await endpoint.seen()).mostAtOnce,
      mostInASecond: mostInASecond(times),
      callsPerSecond: round((times.length / ((times.at(-1) ?? 0) - (times[0] ?? 0))) * 1_000, 1),
    };
  } finally {
    await Promise.all(workers.map((worker) => end(worker, "SIGTERM")));
  }
}

function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}
