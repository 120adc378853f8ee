import { contendersOn } from "./contenders.ts";
import { type Entry, measure, type Need } from "./contest.ts";
import { type BenchDatabase, startDatabase } from "./database.ts";
import { atLeast, atMost, type Bar, type Measured, median, round, tell } from "./figures.ts";
import { installPeers, peerModule, peers } from "./peers.ts";
import type { Shared } from "./prefix.ts";
import { measureWords, type WordsNeed } from "./take-up.ts";

const task = { prompts: 1_000, atOnce: 32 };
const behaviour = { latencyMs: 50, moreBytes: 850 };
const repeats = process.argv.includes("--quick") ? 1 : 3;
/** Peers are slower, and further from their bars than repeats would move them. */
const peerRepeats = 1;

/**
 * The product with everything on; the least that any program must do (the floor, with the global `fetch` and with our HTTP
 * client); and three frameworks. One after the other, each in a process of its own, with the same requests, endpoint and
 * database server. Medians over the repeats.
 */
export async function measureEngine(): Promise<Measured> {
  const hasPeers = installPeers();
  await using database = await startDatabase();
  const contenders = await contendersOn(database);
  const rivals = hasPeers ? await peersOn(database) : {};
  const needs: Record<string, Need[]> = {};
  let shared: Shared | null = null;
  let words: WordsNeed | null = null;
  for (let turn = 0; turn < repeats; turn += 1) {
    const entries = { ...contenders, ...(turn < peerRepeats && rivals) };
    for (const [name, entry] of Object.entries(entries)) {
      const { shared: seen, ...need } = await measure(database, entry, task, behaviour);
      if (name === "colloquy") {
        shared = seen;
        words = await measureWords(database);
      }
      needs[name] = [...(needs[name] ?? []), need];
      tell(`${name} ${JSON.stringify(rounded(need))}`);
    }
  }
  const medians = Object.fromEntries(
    Object.entries(needs).map(([name, all]) => [name, rounded(medianOf(all))]),
  );
  const { colloquy, floor, floorSameClient, ...others } = medians;
  if (!colloquy || !floor || !floorSameClient || !shared) throw new Error("Somebody was not measured.");
  return {
    bars: barsOf(colloquy, floor, others, shared),
    figures: {
      ...task,
      ...behaviour,
      repeats,
      peerRepeats,
      ...medians,
      clientToFloorWithSameClient: round(colloquy.clientMs / floorSameClient.clientMs),
      prefix: shared,
      words,
    },
  };
}

async function peersOn(database: BenchDatabase): Promise<Record<string, Entry>> {
  const entries: Record<string, Entry> = {};
  for (const name of peers)
    entries[name] = { module: peerModule(name), databaseUrl: await database.create(name) };
  return entries;
}

function barsOf(own: Need, floor: Need, others: Record<string, Need>, { withDeliberation }: Shared): Bar[] {
  const ratio = (name: string, limit: number, of: (need: Need) => number) =>
    atMost(limit, `${name}, times the floor`, round(of(own) / of(floor)));
  return [
    ratio("client CPU", 1, ({ clientMs }) => clientMs),
    ratio("client and PostgreSQL CPU", 1.25, ({ clientMs, databaseMs }) => clientMs + databaseMs),
    ratio("table bytes", 1.5, ({ tableBytes }) => tableBytes),
    ratio("WAL bytes", 1.5, ({ walBytes }) => walBytes),
    ratio("wall time", 1.15, ({ wallMs }) => wallMs),
    ...peers.map((name) => {
      const peer = others[name];
      return atMost(
        1,
        `client CPU, times that of ${name}`,
        peer ? round(own.clientMs / peer.clientMs) : null,
      );
    }),
    atLeast(0.8, "share of a request that repeats the turn before it", round(withDeliberation.overall, 3)),
  ];
}

function medianOf(needs: readonly Need[]): Need {
  const of = (key: keyof Need) => median(needs.map((need) => need[key]));
  return {
    wallMs: of("wallMs"),
    clientMs: of("clientMs"),
    databaseMs: of("databaseMs"),
    tableBytes: of("tableBytes"),
    walBytes: of("walBytes"),
    askedBytes: of("askedBytes"),
    load: of("load"),
  };
}

function rounded(need: Need): Need {
  return {
    wallMs: round(need.wallMs, 0),
    clientMs: round(need.clientMs, 3),
    databaseMs: round(need.databaseMs, 3),
    tableBytes: round(need.tableBytes, 0),
    walBytes: round(need.walBytes, 0),
    askedBytes: round(need.askedBytes, 0),
    load: need.load,
  };
}
