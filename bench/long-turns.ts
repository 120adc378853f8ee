import { contendersOn } from "./contenders.ts";
import { type Entry, measure } from "./contest.ts";
import { type BenchDatabase, startDatabase } from "./database.ts";
import { atMost, load, type Measured, round, tell } from "./figures.ts";

const task = { prompts: 300, atOnce: 32 };
const latencyMs = 50;
/** What every reply says besides its form: turns of about 1 kB and of 4 kB, in words that do not compress. */
const lengths = { short: 850, long: 3_850 };

/**
 * Turns four times as long: what is stored grows with what was said, once for the turn and once more for the chain of
 * thought that is reviewed, and nothing is stored again with every turn. The floor stores turns only.
 */
export async function measureLongTurns(): Promise<Measured> {
  await using database = await startDatabase();
  const contenders = await contendersOn(database);
  const colloquy = await growth(database, contenders.colloquy);
  const floor = await growth(database, contenders.floor);
  return {
    bars: [
      atMost(
        1.5,
        "table bytes for a further byte of text, times the floor",
        times(colloquy.tableBytes, floor.tableBytes),
      ),
      atMost(
        1.5,
        "WAL bytes for a further byte of text, times the floor",
        times(colloquy.walBytes, floor.walBytes),
      ),
    ],
    figures: { ...task, latencyMs, lengths, colloquy, floor, load: load() },
  };
}

function times(own: number, control: number): number {
  return round(own / control);
}

async function growth(database: BenchDatabase, entry: Entry) {
  const short = await measure(database, entry, task, { latencyMs, moreBytes: lengths.short });
  const long = await measure(database, entry, task, { latencyMs, moreBytes: lengths.long });
  const text = lengths.long - lengths.short;
  const grown = {
    tableBytes: round((long.tableBytes - short.tableBytes) / text),
    walBytes: round((long.walBytes - short.walBytes) / text),
    perTurn: {
      short: { tableBytes: round(short.tableBytes, 0), walBytes: round(short.walBytes, 0) },
      long: { tableBytes: round(long.tableBytes, 0), walBytes: round(long.walBytes, 0) },
    },
  };
  tell(JSON.stringify(grown));
  return grown;
}
