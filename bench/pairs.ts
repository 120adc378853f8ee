import { beliefs, grading } from "#lib/domain/deliberation/built-in-recipes.ts";
import { turnsEach } from "./agents.ts";
import { contenderModule } from "./contenders.ts";
import { measure, type Need } from "./contest.ts";
import { startDatabase } from "./database.ts";
import { atMost, load, type Measured, round, tell } from "./figures.ts";

/** As many turns of each kind, whatever a subject of it takes. */
const turns = 6_006;
const atOnce = 32;
const behaviour = { latencyMs: 50, moreBytes: 850 };

/** Turns per subject; the scripted scorer stays below the threshold, so that all beliefs are tried. */
const kinds = {
  deliberation: { module: contenderModule("colloquy"), turnsEach },
  belief: { module: contenderModule("belief"), turnsEach: 1 + 2 * beliefs.samples + 3 * beliefs.rounds },
  grading: { module: contenderModule("grading"), turnsEach: grading.judges.length },
};

/**
 * Grading and belief runs beside deliberations, through the same product, endpoint and database, one after the other: the
 * kinds share one engine, so a turn of theirs must not cost more than a turn that deliberates. A judge's only turn opens and
 * closes its subject as well.
 */
export async function measurePairs(): Promise<Measured> {
  await using database = await startDatabase();
  const found: Record<string, ReturnType<typeof figuresOf>> = {};
  for (const [name, { module, turnsEach: each }] of Object.entries(kinds)) {
    const entry = { module, databaseUrl: database.url, turnsEach: each };
    const need = await measure(database, entry, { prompts: Math.ceil(turns / each), atOnce }, behaviour);
    found[name] = figuresOf(need, Math.ceil(turns / each) * each);
    tell(`${name} ${JSON.stringify(found[name])}`);
  }
  const { deliberation, belief, grading: judging } = found;
  if (!deliberation || !belief || !judging) throw new Error("Some kind was not measured.");
  const cpu = ({ clientMs, databaseMs }: ReturnType<typeof figuresOf>) => clientMs + databaseMs;
  const times = (name: string, limit: number, one: ReturnType<typeof figuresOf>) =>
    atMost(limit, `CPU per turn, times a deliberation's: ${name}`, round(cpu(one) / cpu(deliberation)));
  return {
    bars: [times("belief", 1, belief), times("grading", 2, judging)],
    figures: { atOnce, ...behaviour, ...found, load: load() },
  };
}

function figuresOf({ wallMs, clientMs, databaseMs, tableBytes, walBytes, askedBytes }: Need, made: number) {
  return {
    turns: made,
    turnsPerSecond: round((made / wallMs) * 1_000, 0),
    clientMs: round(clientMs, 3),
    databaseMs: round(databaseMs, 3),
    tableBytes: round(tableBytes, 0),
    walBytes: round(walBytes, 0),
    askedBytes: round(askedBytes, 0),
  };
}
