import { Refused } from "#lib/domain/errors.ts";
import { type ReadRow, RowFault, type SourceRow, storableCell } from "#lib/domain/import/cells.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps } from "./caps.ts";
import { decode, type Encoding, encodingOf, NotUtf8 } from "./decode.ts";
import { type Format, formatOf, isGzip } from "./format.ts";
import { peek } from "./peek.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { readLines } from "./read-lines.ts";
import { readParquet } from "./read-parquet.ts";
import { bytesOf, type Source, spool } from "./source.ts";
import { unpack } from "./unpack.ts";

/** A file that is being read. */
export type OpenFile = {
  format: Format;
  /** Null for binary formats. */
  encoding: Encoding | null;
  /** Names of the columns, once the first row is there, where the format names them; others name them row by row. */
  columns: () => readonly string[];
  /** Of the file as it was uploaded. */
  bytesRead: () => number;
  /** Every row with its number. Reads on only as rows are taken. */
  rows: AsyncIterable<SourceRow>;
};

/**
 * Opens a file for reading: finds out what it is, and gives its rows one by one without ever holding all of them.
 * Closes nothing; the source stays its owner's.
 *
 * @throws Refused from here or while rows are taken, with a sentence that names file, row and column
 */
export async function openFile(source: Source): Promise<OpenFile> {
  const { name } = source;
  if (source.bytes === 0) throw new Refused("invalid", importStrings.refusals.empty(name));
  let bytesRead = 0;
  let columns: string[] = [];
  const counted = async function* () {
    for await (const chunk of bytesOf(source.handle)) {
      bytesRead += chunk.length;
      yield chunk;
    }
  };
  const { head, all } = await peek(unpack(name, counted()), 4_096);
  const format = formatOf(name, head);
  const encoding = format === "parquet" ? null : encodingOf(name, head);
  const onColumns = (names: string[]) => {
    columns = names;
  };
  const read = (): AsyncIterable<ReadRow> => {
    if (encoding === null) return readBinary(source, all, onColumns);
    const text = decode(all, encoding);
    if (format === "jsonl") return readLines(text);
    if (format === "json") return readJson(name, text);
    return readCsv(text, format === "tsv" ? "\t" : null, onColumns);
  };
  return {
    format,
    encoding,
    columns: () => columns,
    bytesRead: () => (format === "parquet" ? source.bytes : bytesRead),
    rows: numbered(name, read(), () => columns),
  };
}

/** Parquet is read from its end: where it is packed, it is unpacked into a file first. */
async function* readBinary(
  source: Source,
  unpacked: AsyncGenerator<Buffer>,
  onColumns: (columns: string[]) => void,
): AsyncGenerator<ReadRow> {
  const { buffer } = await source.handle.read(Buffer.alloc(2), 0, 2, 0);
  if (!isGzip(buffer)) {
    await unpacked.return(undefined);
    return yield* readParquet(source, onColumns);
  }
  const whole = await spool(source.name, unpacked);
  try {
    yield* readParquet(whole, onColumns);
  } finally {
    await whole.handle.close();
  }
}

async function* numbered(
  name: string,
  rows: AsyncIterable<ReadRow>,
  columns: () => readonly string[],
): AsyncGenerator<SourceRow> {
  let row = 0;
  try {
    for await (const { cells, fault } of rows) {
      if (row === importCaps.rows) {
        throw new Refused("too_large", importStrings.refusals.tooManyRows(name, importCaps.rows));
      }
      const names = Object.keys(cells).length;
      if (names > importCaps.columns) {
        throw new RowFault(null, importStrings.faults.tooManyColumns(names, importCaps.columns));
      }
      row++;
      yield { row, cells: storableCell(cells) as ReadRow["cells"], fault };
    }
  } catch (error) {
    throw placed(name, row + 1, error);
  }
  if (row === 0) throw new Refused("invalid", importStrings.refusals.noRows(name, columns()));
}

/** Says where in the file the reader stopped. */
function placed(name: string, row: number, error: unknown): unknown {
  if (error instanceof NotUtf8) {
    return new Refused(
      "invalid",
      importStrings.at(importStrings.place(name, row, null), importStrings.faults.notUtf8),
    );
  }
  if (!(error instanceof RowFault)) return error;
  const { column, sentence } = error.fault;
  return new Refused(
    "invalid",
    importStrings.at(importStrings.place(name, error.row ?? row, column), sentence),
  );
}
