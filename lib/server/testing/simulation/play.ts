import { type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { planFor } from "#lib/domain/deliberation/testing.ts";
import type { CastVersion, RunAtHand } from "#lib/server/worker/runs-at-hand.ts";
import { endpointId, openEndpoint } from "./endpoint.ts";
import { violationsAtEnd, violationsNow } from "./invariants.ts";
import { type Fault, Memory, runId } from "./memory.ts";
import { recipeFor } from "./recipes.ts";
import { openScheduler, type Process } from "./scheduler.ts";
import { type Network, type Stage, startWorker } from "./worker.ts";

/** For how long things go wrong; after that they must come to an end by themselves. */
const troubledMs = 60_000;
const longestMs = 4 * 3_600_000;
const mostSteps = 60_000;

/** What a simulation came to: what was violated, if anything, and how much happened. */
export type Played = { seed: number; violations: string[]; calls: number; turns: number; kills: number };

/**
 * Plays one course of events: three deliberations of one kind, three workers that die, freeze and come back, a database that goes
 * away, an endpoint that fails in every way, and people who press buttons.
 */
export async function play(seed: number, fault: Fault = "none"): Promise<Played> {
  const scheduler = openScheduler(seed);
  const recipe = recipeFor(scheduler);
  const cap = scheduler.chance(0.5)
    ? Math.round(scheduler.between(20_000, 300_000))
    : Number.POSITIVE_INFINITY;
  const memory = new Memory(["a", "b", "c"], cap, scheduler.now, fault);
  const endpoint = openEndpoint(scheduler, memory, scheduler.pick([0, 0.1, 0.2, 0.4]));
  const network = { downUntil: 0, epoch: 0, isDown: () => scheduler.now() < network.downUntil };
  const acknowledged = new Map<string, string>();
  const violations: string[] = [];
  let lives = 0;
  const stage: Stage = {
    ...{ scheduler, memory, network, endpoint },
    run: runAtHand(recipe),
    newWorkerId() {
      lives += 1;
      return `worker ${lives}`;
    },
    onAcknowledged({ id }, { turn, reply }) {
      const place = `${id} ${turn.seq}`;
      if ((acknowledged.get(place) ?? reply) !== reply)
        violations.push(`Two turns were acknowledged at ${place}`);
      acknowledged.set(place, reply);
    },
  };
  const kills = trouble(stage, network);

  let steps = 0;
  const isOpen = () =>
    scheduler.now() < troubledMs || [...memory.rows.values()].some(({ outcome }) => outcome === null);
  while (isOpen() && violations.length === 0) {
    steps += 1;
    if (steps > mostSteps || scheduler.now() > longestMs) violations.push("It never comes to an end");
    await scheduler.step();
    violations.push(...violationsNow(memory));
  }
  violations.push(...violationsAtEnd(memory, stage.run, acknowledged));
  const turns = [...memory.rows.values()].reduce((sum, row) => sum + row.turns.length, 0);
  return { seed, violations, calls: endpoint.calls, turns, kills: kills() };
}

/** Lets things go wrong for a while, and then sees to it that nothing stands in the way. */
function trouble(stage: Stage, network: Network & { downUntil: number }): () => number {
  const { scheduler, memory, endpoint } = stage;
  const { after, between, pick } = scheduler;
  const workers: Process[] = Array.from({ length: 3 }, () => startWorker(stage));
  let kills = 0;

  const mishaps = [
    () => {
      const at = Math.floor(between(0, workers.length));
      workers[at]?.kill();
      kills += 1;
      after(between(0, 5_000), () => {
        workers[at] = startWorker(stage);
      });
    },
    () => pick(workers).freeze(between(100, 9_000)),
    () => {
      network.epoch += 1;
      network.downUntil = scheduler.now() + between(0, 2_000);
    },
    () => memory.press(pick(["pause", "resume", "resume", "cancel", "retry", "retry"])),
    () => memory.mend(endpointId),
  ];
  const next = () => {
    if (scheduler.now() < troubledMs) {
      pick(mishaps)();
      after(between(100, 4_000), next);
    } else {
      endpoint.faultRate = Math.min(endpoint.faultRate, 0.1);
      memory.press("resume");
      memory.mend(endpointId);
      after(10_000, next);
    }
  };
  after(between(100, 4_000), next);
  return () => kills;
}

/** A dollar per million tokens in, two out. */
const version: CastVersion = {
  id: "version",
  endpointId,
  provider: "openai_compatible",
  baseUrl: "http://127.0.0.1:9/v1",
  region: null,
  model: "simulated",
  structuredOutputs: true,
  inputPrice: 1_000_000,
  cachedInputPrice: null,
  outputPrice: 2_000_000,
};

function runAtHand(recipe: Recipe): RunAtHand {
  const cast = new Map(rolesOf(recipe).map(({ key }) => [key, version]));
  return { id: runId, plan: planFor(recipe), cast };
}
