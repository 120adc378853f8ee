import { importLimits } from "#lib/domain/import/limits.ts";

const mebibyte = 1024 * 1024;

/** What a file may hold at most. Beyond a cap it is refused at once, so that no file can fill memory or disk. */
export const importCaps = {
  /** As uploaded. */
  fileBytes: importLimits.fileBytes,
  /** After gunzip. */
  unpackedBytes: 2048 * mebibyte,
  /** Unpacked to packed. Text stays far below; counted once a file has unpacked to `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 32 * mebibyte,
  rows: 1_000_000,
  columns: 500,
  /** One row as text: a CSV record, a line, an item of a JSON list. */
  rowCharacters: 2_000_000,
  /** Lists and objects within each other. */
  nesting: 64,
  /** A JSON file that is one object has to be in memory at once. */
  jsonObjectCharacters: 32 * mebibyte,
  /** A row group of a Parquet file, uncompressed, has to be in memory at once. */
  rowGroupBytes: 128 * mebibyte,
} as const;

/** `536870912` → `512 MB`. */
export function inMegabytes(bytes: number): string {
  return bytes >= 1024 * mebibyte ? `${bytes / 1024 / mebibyte} GB` : `${Math.round(bytes / mebibyte)} MB`;
}
