import Papa from "papaparse";
import { type ReadRow, RowFault } from "#lib/domain/import/cells.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps } from "./caps.ts";

/**
 * Rows of CSV or TSV, whose first record names the columns. Cells may hold line breaks and doubled quotation
 * marks; lines without any text are left out.
 *
 * @param separator null: whichever of `,` `;` tab `|` the header has most of
 * @param onColumns is told the columns' names before the first row
 * @throws RowFault where quotation marks or the number of cells are wrong: cells may stand in the wrong column from
 * there on, so nothing of such a file is imported
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  separator: string | null,
  onColumns: (columns: string[]) => void,
): AsyncGenerator<ReadRow> {
  let columns: string[] = [];
  try {
    for await (const record of records(text, separator)) {
      if (record.length === 1 && record[0]?.trim() === "") continue;
      if (columns.length > 0) {
        yield { cells: cellsOf(record, columns), fault: null };
      } else {
        columns = columnNames(record);
        onColumns(columns);
      }
    }
  } catch (error) {
    if (error instanceof BrokenQuotes) throw new RowFault(columns[error.cell] ?? null, error.message);
    throw error;
  }
}

function cellsOf(record: readonly string[], columns: readonly string[]): ReadRow["cells"] {
  if (record.length !== columns.length) {
    const column = columns[Math.min(record.length, columns.length - 1)] ?? null;
    throw new RowFault(column, importStrings.faults.otherWidth(record.length, columns));
  }
  return Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ""]));
}

/** Every column gets a name of its own: `column 3` where the header has none, `text (2)` where it repeats one. */
function columnNames(header: readonly string[]): string[] {
  if (header.length > importCaps.columns) {
    throw new RowFault(null, importStrings.faults.tooManyColumns(header.length, importCaps.columns), 0);
  }
  const names: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() || `column ${index + 1}`;
    let unique = name;
    for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
    names.push(unique);
  }
  return names;
}

class BrokenQuotes extends Error {
  readonly cell: number;

  constructor(cell: number, sentence: string) {
    super(sentence);
    this.cell = cell;
  }
}

/** All records, the header too, as lists of cells. */
async function* records(text: AsyncIterable<string>, separator: string | null): AsyncGenerator<string[]> {
  let rest = "";
  let parse: Parse | null = null;
  for await (const chunk of text) {
    rest += chunk;
    if (!parse && /\n|\r[^\n]/.test(rest)) parse = parserFor(rest, separator);
    const parsed = parse?.(rest, true);
    if (parse && parsed) yield* wellQuoted(parsed, rest, parse);
    rest = rest.slice(parsed?.meta.cursor);
    if (rest.length > importCaps.rowCharacters) {
      throw new RowFault(null, importStrings.faults.rowTooLong(importCaps.rowCharacters));
    }
  }
  parse ??= parserFor(rest, separator);
  if (rest !== "") yield* wellQuoted(parse(rest, false), rest, parse);
}

type Parsed = {
  data: string[][];
  errors: { row: number; index: number; code: string }[];
  meta: { cursor: number };
};
type Parse = (text: string, leaveLastRecord: boolean) => Parsed;

/** The parser itself rather than `Papa.parse`, whose streams run ahead of their reader and drop errors. */
function parserFor(beginning: string, separator: string | null): Parse {
  const newline = beginning.includes("\n") || !beginning.includes("\r") ? "\n" : "\r";
  const header = beginning.slice(0, beginning.indexOf(newline) + 1 || undefined);
  const parser = new Papa.Parser({ delimiter: separator ?? separatorOf(header), newline });
  return (text, leaveLastRecord) => parser.parse(text, 0, leaveLastRecord);
}

function separatorOf(header: string): string {
  const outside = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => outside.split(separator).length;
  return [",", ";", "\t", "|"].reduce((most, next) => (count(next) > count(most) ? next : most));
}

function* wellQuoted({ data, errors }: Parsed, text: string, parse: Parse): Generator<string[]> {
  const [error] = errors.filter(({ code, row }) => code === "MissingQuotes" || row < data.length);
  for (const [index, record] of data.entries()) {
    if (error && index === error.row) {
      const before = parse(text.slice(0, error.index), false).data.at(-1) ?? [];
      const { openQuotes, brokenQuotes } = importStrings.faults;
      throw new BrokenQuotes(before.length - 1, error.code === "MissingQuotes" ? openQuotes : brokenQuotes);
    }
    const last = record.at(-1);
    yield last?.endsWith("\r") ? [...record.slice(0, -1), last.slice(0, -1)] : record;
  }
}
