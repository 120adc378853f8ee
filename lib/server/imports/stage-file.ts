import { Refused } from "#lib/domain/errors.ts";
import { cellText, type Json, type SourceRow } from "#lib/domain/import/cells.ts";
import { type Column, holdsConversations } from "#lib/domain/import/column-values.ts";
import { type Guess, guessMapping } from "#lib/domain/import/guess.ts";
import type { Mapping } from "#lib/domain/import/mapping.ts";
import type { ColumnView } from "#lib/domain/import/view.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { type OpenFile, openFile } from "./read-file.ts";
import type { Source } from "./source.ts";
import { batchSize, insertStaged, ReadingStopped } from "./stage-rows.ts";
import { stagedOf } from "./staged.ts";

/** Values of a column that its part is guessed by. */
const looked = 200;
/** Values of a column that a mapping is chosen by, and how much of each. */
const samples = 3;
const sampleCharacters = 120;

/**
 * Reads a file into staged rows under a guessed mapping. Holds one batch of rows at a time.
 *
 * @throws Refused where the file cannot be imported; ReadingStopped where the import was cancelled
 */
export async function stageFile(importId: string, source: Source): Promise<void> {
  const file = await openFile(source);
  let mapping: Mapping | null = null;
  let unreadable: SourceRow | null = null;
  let isReadable = false;
  for await (const rows of batches(file.rows)) {
    mapping ??= await saveGuess(importId, source, file, rows);
    const staged = rows.map((row) => ({ ...stagedOf(row, mapping as Mapping), cells: row.cells }));
    await insertStaged(importId, staged, { bytesRead: file.bytesRead() });
    unreadable ??= rows.find(({ fault }) => fault !== null) ?? null;
    isReadable ||= rows.some(({ fault }) => fault === null);
  }
  if (unreadable?.fault && !isReadable) {
    const { row, fault } = unreadable;
    const place = importStrings.place(source.name, row, fault.column);
    throw new Refused("invalid", importStrings.at(place, fault.sentence));
  }
}

/** The first batch holds the rows by which columns are guessed. */
async function* batches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function saveGuess(
  importId: string,
  source: Source,
  file: OpenFile,
  rows: readonly SourceRow[],
): Promise<Mapping> {
  const columns = columnsOf(file.columns(), rows);
  const guess: Guess = guessMapping(columns, source.name);
  const { count } = await db.import.updateMany({
    where: { id: importId, status: "reading" },
    data: {
      format: file.format,
      encoding: file.encoding,
      columns: columns.map(columnView),
      guess,
      mapping: guess.mapping,
      kind: guess.mapping.kind,
    },
  });
  if (count === 0) throw new ReadingStopped();
  return guess.mapping;
}

/** Columns in the order in which the file names them, or else in which its rows do. */
function columnsOf(named: readonly string[], rows: readonly SourceRow[]): Column[] {
  const values = new Map<string, Json[]>(named.map((name) => [name, []]));
  for (const { cells } of rows) {
    for (const [name, value] of Object.entries(cells)) {
      const seen = values.get(name) ?? [];
      if (value !== null && value !== "" && seen.length < looked) seen.push(value);
      values.set(name, seen);
    }
  }
  return [...values].map(([name, found]) => ({ name, samples: found }));
}

function columnView(column: Column): ColumnView {
  const beginnings = column.samples
    .slice(0, samples)
    .map((value) => (cellText(value) ?? JSON.stringify(value)).slice(0, sampleCharacters).toWellFormed());
  return {
    name: column.name,
    samples: beginnings,
    form: holdsConversations(column) ? "conversation" : "text",
  };
}
