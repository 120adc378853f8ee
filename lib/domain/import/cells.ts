/** What a file can hold in one cell, once it has been read. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One row of a file by column name. */
export type Cells = Record<string, Json>;

/** What is wrong with a row: in which column (null: in the row as a whole), and what to do, as a sentence. */
export type Fault = { column: string | null; sentence: string };

/** A row of a file as readers give it: numbered from 1, header not counted; with a fault if it cannot be read. */
export type SourceRow = { row: number; cells: Cells; fault: Fault | null };

/**
 * Thrown where something in a file cannot be read. `candidateOf` turns it into the row's fault; where it names
 * its row itself, the file's structure is broken and the whole file is refused.
 */
export class RowFault extends Error {
  readonly fault: Fault;
  readonly row: number | null;

  constructor(column: string | null, sentence: string, row: number | null = null) {
    super(sentence);
    this.name = "RowFault";
    this.fault = { column, sentence };
    this.row = row;
  }
}

/** Whether a value is an object with names, not a list. */
export function isGroup(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The text of a cell, without space at either end; "" where there is nothing.
 *
 * @returns null for lists and objects
 */
export function cellText(value: Json | undefined): string | null {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? null : String(value).trim();
}

/** Text that is the JSON of a list or an object, parsed; everything else as it is. */
export function unpacked(value: Json | undefined): Json {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value ?? null;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
