import { takeUpWords } from "#lib/server/records/take-up-words.ts";
import type { BenchDatabase } from "./database.ts";
import { round } from "./figures.ts";

/** What it needs to make records findable by their words, per record. */
export type WordsNeed = { records: number; databaseMs: number; tableBytes: number; walBytes: number };

/** Does what workers leave for when they are idle, and which therefore no run is measured with. */
export async function measureWords(database: BenchDatabase): Promise<WordsNeed> {
  const take = async () => ({
    databaseMs: database.cpuMs(),
    tableBytes: await database.tableBytes(database.url),
    walBytes: await database.walBytes(),
  });
  const before = await take();
  let records = 0;
  for (let taken = -1; taken !== 0; records += taken) taken = await takeUpWords(16);
  await database.tidy(database.url);
  const after = await take();
  const each = (of: keyof typeof after) => round((after[of] - before[of]) / records);
  return {
    records,
    databaseMs: each("databaseMs"),
    tableBytes: each("tableBytes"),
    walBytes: each("walBytes"),
  };
}
