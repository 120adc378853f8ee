import { z } from "zod";
import { storable } from "#lib/domain/deliberation/storable.ts";

/** What a file can hold in one cell, once it has been read. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One row of a file by column name. */
export const Cells = z.record(z.string(), z.json()) as z.ZodType<{ [column: string]: Json }>;

export type Cells = z.infer<typeof Cells>;

/** What is wrong with a row: in which column (null: in the row as a whole), and what to do, as a sentence. */
export type Fault = { column: string | null; sentence: string };

/** What a reader made of one row; with a fault if it cannot be read. */
export type ReadRow = { cells: Cells; fault: Fault | null };

/** A row of a file, numbered from 1, header not counted. */
export type SourceRow = ReadRow & { row: number };

/**
 * Thrown where something in a row cannot be read. From `candidateOf`'s parts it becomes the row's fault. Thrown by
 * a reader it means that the file's structure is broken there, and the whole file is refused.
 */
export class RowFault extends Error {
  readonly fault: Fault;
  /** Where it is not the row being read. */
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

/** The same value with all text and names made storable, and with nothing that JSON lacks. */
export function storableCell(value: Json): Json {
  if (typeof value === "string") return storable(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(storableCell);
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [storable(name), storableCell(part)]),
  );
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
