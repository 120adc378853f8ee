import { turnsEach } from "./agents.ts";
import { contendersOn } from "./contenders.ts";
import { measure } from "./contest.ts";
import { startDatabase } from "./database.ts";
import { atMost, load, type Measured, round } from "./figures.ts";

const task = { prompts: 1_000, atOnce: 32 };
const behaviour = { latencyMs: 500, moreBytes: 850 };

/** As many deliberations at once as calls at once, each waiting for all its turns in sequence. */
const idealMs = Math.ceil(task.prompts / task.atOnce) * turnsEach * behaviour.latencyMs;

/**
 * The engine against an endpoint as slow as real ones are: how much longer than the waves of calls themselves it takes.
 * Beside it the floor.
 */
export async function measureLatency(): Promise<Measured> {
  await using database = await startDatabase();
  const { colloquy, floor } = await contendersOn(database);
  const own = await measure(database, colloquy, task, behaviour);
  const control = await measure(database, floor, task, behaviour);
  const overhead = (wallMs: number) => round((wallMs / idealMs - 1) * 100);
  return {
    bars: [atMost(2, "per cent of time over the ideal waves", overhead(own.wallMs))],
    figures: {
      ...task,
      ...behaviour,
      idealMs,
      wallMs: round(own.wallMs, 0),
      floorWallMs: round(control.wallMs, 0),
      floorOverhead: overhead(control.wallMs),
      load: load(),
    },
  };
}
